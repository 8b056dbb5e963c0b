# Search: what others have asked already.

search-link = Søk
search-title = Søk i svarene
search-lead = Kanskje har noen lurt på det samme. Skriv med dine egne ord, det gjør ikke noe om du staver feil.
search-label = Hva lurer du på?
search-button = Søk
search-topic = Tema
search-age = Alder
search-gender = Kjønn
search-all = Alle
search-cut = Søket var langt. Vi brukte de første { $max } tegnene.
search-preparing = Søket gjøres klart akkurat nå.
search-again = Prøv igjen
search-did-you-mean = Mente du
search-nothing = Vi fant ingen svar på det
search-nothing-text = Det betyr bare at ingen har fått svar på akkurat det her ennå. Prøv gjerne med andre ord, eller spør oss. Det kan hende flere lurer på det samme.
search-nothing-closed = Det betyr bare at ingen har fått svar på akkurat det her ennå. Prøv gjerne med andre ord.
search-nearest-topics = Se i temaene
search-without-filters = Uten filtrene: { $count ->
    [one] ett svar
   *[other] { $count } svar
}
search-before = Forrige side
search-after = Neste side
search-narrow = Avgrens søket
