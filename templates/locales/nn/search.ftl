# Search: what others have asked already.

search-link = Søk
search-title = Søk i svara
search-lead = Kanskje har nokon lurt på det same. Skriv med dine eigne ord, det gjer ikkje noko om du stavar feil.
search-label = Kva lurer du på?
search-button = Søk
search-topic = Tema
search-age = Alder
search-gender = Kjønn
search-all = Alle
search-cut = Søket var langt. Vi brukte dei første { $max } teikna.
search-preparing = Søket blir gjort klart akkurat no.
search-again = Prøv igjen
search-did-you-mean = Meinte du
search-nothing = Vi fann ingen svar på det
search-nothing-text = Det betyr berre at ingen har fått svar på akkurat det her enno. Prøv gjerne med andre ord, eller spør oss. Det kan hende fleire lurer på det same.
search-nothing-closed = Det betyr berre at ingen har fått svar på akkurat det her enno. Prøv gjerne med andre ord.
search-nearest-topics = Sjå i temaa
search-without-filters = Utan filtera: { $count ->
    [one] eitt svar
   *[other] { $count } svar
}
search-before = Førre side
search-after = Neste side
search-narrow = Avgrens søket
