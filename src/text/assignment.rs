//! Whether a text sounds like a school assignment that someone wants done, rather than something they wonder about.
//! A short list of cues in three languages; it only decides whether a friendly word is said, so it may well miss.

use std::sync::LazyLock;

use regex::Regex;

/// What only someone with an assignment writes: the pupil, the class or the teacher wants something made of it.
const CUES: [&str; 16] = [
    // «vi har en oppgave om», «jeg skriver et prosjekt om», "eg har ei oppgåve om"
    r"\b(har|fikk|fekk|fått|skriver|skriv|jobber med|jobbar med|holder på med|held på med) (et|en|ei|eit|ein) ([a-zæøå]+ )?[a-zæøå]*(oppgave|oppgåve|prosjekt|foredrag|stil|essay|presentasjon|fremføring|framføring|særemne)( [a-zæøå]+)? (om|der|hvor|kor)\b",
    r"\b(skoleoppgave|skuleoppgåve|norskoppgave|norskoppgåve|fagartikkel|fordypningsoppgave|fordjupingsoppgåve|særoppgave|særoppgåve)n?a? (om|der|hvor|kor)\b",
    // «prosjekt på skolen», «oppgåve på skulen om»
    r"\b(prosjekt|tverrfaglig|tverrfagleg|foredrag|presentasjon|framføring|fremføring) (på|for|i) (skolen|skulen|klassen|norsken|naturfag|samfunnsfag|krle|engelsk|norsk)\b",
    r"\b(oppgave|oppgåve|oppgaven|oppgåva) (på|for|i) (skolen|skulen|norsk|naturfag|samfunnsfag|krle|engelsk) (om|der|hvor|kor)\b",
    // «kan jeg intervjue dere», «intervju med en fagperson»
    r"(?:^|[ .,])(kan|kunne|får|fekk|vil|ønsker å|ynskjer å) (jeg|eg|vi|dere|de)?( få)? ?(intervjue|intervjua|stille (deg|dere|dykk) noen spørsmål til)\b",
    r"\b(et|eit) intervju (til|for|i) (en|ei|ein|et|eit)? ?[a-zæøå]*(oppgave|oppgåve|prosjekt|skolen|skulen|skoleavisa|faget)",
    // «trenger kilder», «hvilke kilder kan jeg bruke»
    r"\b(trenger|treng|har dere|har de|hvilke|kva for) (gode |pålitelige |noen |nokre )?(kilder|kjelder)\b",
    r"\b(kilden|kilde|kjelde|kjelda) i (oppgaven|oppgåva|teksten min|fagartikkelen|prosjektet)\b",
    // «hvor mange ord», «minst 500 ord»
    r"\b(hvor mange|kor mange) (ord|sider) (må|skal|bør) ",
    r"\b(minst|maks|omtrent|ca\.?|på) [0-9]{3,4} ord\b",
    // «skal levere på fredag», "innleveringsfristen er"
    r"\b(skal|må) (leveres|levere|leverast) (den |oppgaven |oppgåva |inn |det |teksten )*(på |i |til )?(mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|morgen|morgon|uka|veka|neste uke|neste veke)",
    r"\b(problemstilling|problemstillinga|problemstillingen)( mi| min| vår| er| til| om)",
    r"(?:^|[.:] )(drøft|gjør rede for|gjer greie for|redegjør for|sammenlign og drøft) ",
    // English
    r"\b(my|our|a|an) (school|english|science|class|group|health)? ?(assignment|essay|project|presentation) (is )?(on|about)\b",
    r"\b(interview (you|someone|a professional)|(need|any|good) sources|how many words (should|must)|[0-9]{3,4} words|(due|hand it in|hand in) (on )?(monday|tuesday|wednesday|thursday|friday|tomorrow|next week))\b",
    r"\b(homework|assignment) (question|task)s?\b",
];

/// Words beside which a cue is about the one who writes: the assignment is not what is asked about.
const ABOUT_ONESELF: &str = r"\b(sliten|slite|stressa|stresset|stress|angst|gruer meg|grue meg|gruar meg|redd|orker ikke|orkar ikkje|klarer ikke|greier ikke|klarar ikkje|greier ikkje|får ikke gjort|får ikkje gjort|får ikke til|får ikkje til|panikk|gråter|gråt|lei meg|mobbet|mobba|konsentrere|nervøs|can't|cannot|anxious|anxiety|scared|stressed|exhausted|overwhelmed|afraid|bullied)\b";

static RULES: LazyLock<Option<(Regex, Regex)>> = LazyLock::new(|| {
    let cues = CUES.map(|cue| format!("(?:{cue})")).join("|");
    // Word boundaries by ASCII letters: the cues begin and end with those, and no Unicode tables are compiled in.
    let read = |rule: &str| Regex::new(&rule.replace(r"\b", r"(?-u:\b)")).ok();
    Some((read(&cues)?, read(ABOUT_ONESELF)?))
});

/// Whether this looks like an assignment to be done. Someone who writes of how they feel is never told so.
pub fn looks_like_assignment(text: &str) -> bool {
    let plain = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    RULES.as_ref().is_some_and(|(cues, about_oneself)| cues.is_match(&plain) && !about_oneself.is_match(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assignments_are_recognised() {
        for text in [
            "Hei! Vi har en oppgave om cannabis og lurer på om dere kan svare på noen spørsmål.",
            "Jeg har en oppgave om alkohol i norsk, hva er de viktigste virkningene?",
            "Vi skriver et prosjekt om psykisk helse blant ungdom. Kan dere hjelpe oss?",
            "Hei, eg har ei oppgåve om snus og treng fakta.",
            "Kan dere si noe om energidrikk? Det er til et prosjekt på skolen.",
            "Vi held på med eit prosjekt på skulen og lurer på kva MDMA er.",
            "Kan vi få intervjue dere om rusmidler?",
            "Kunne jeg intervjue en lege hos dere om ADHD-medisin og rus?",
            "Jeg trenger et intervju til en skoleoppgave om spill.",
            "Jeg skal skrive norskoppgave om vold, hvilke kilder kan jeg bruke?",
            "Har dere gode kilder om lystgass?",
            "Hvor mange ord må en fagartikkel være på?",
            "Skriv en tekst om sovemidler på 500 ord.",
            "Vi skal levere på fredag og trenger statistikk om røyking.",
            "Oppgåva skal leverast i morgon. Kva er dei viktigaste grunnane til at unge drikk?",
            "Problemstillingen min er: Hvorfor ruser ungdom seg?",
            "Drøft fordeler og ulemper ved å legalisere cannabis.",
            "Gjør rede for virkningene av alkohol på hjernen.",
            "My school project is about vaping. Do you have any sources?",
            "Can I interview you for a presentation? It is due on Friday.",
            "We have a group assignment about drug laws.",
        ] {
            assert!(looks_like_assignment(text), "{text}");
        }
    }

    #[test]
    fn what_someone_wonders_about_themselves_is_no_assignment() {
        for text in [
            "Jeg får ikke gjort skoleoppgavene mine fordi jeg er så sliten.",
            "Eg får ikkje gjort leksene, eg er så sliten heile tida.",
            "Vi har en oppgave om familien min i norsk, og jeg gruer meg fordi pappa drikker.",
            "Jeg skal levere på fredag og har panikk. Hva gjør jeg?",
            "Jeg har en presentasjon om rus der alle så på meg, og jeg får angst av å tenke på det.",
            "Læreren min sier at jeg må slutte å snuse. Har hun lov til det?",
            "Kan skolen ta en narkotest av meg?",
            "Hvor mange øl kan man drikke før man blir full?",
            "Hvilke piller er farlige sammen med alkohol?",
            "Er det min oppgave å passe på mamma når hun er full?",
            "Politiet vil avhøre meg. Må jeg stille til intervju?",
            "Jeg har jobbintervju på fredag og er redd de ser at jeg har røyket.",
            "Jeg klarer ikke å konsentrere meg på skolen. Er det ADHD?",
            "Hvor får jeg levert inn gamle medisiner?",
            "Kjæresten min gjør en stor oppgave ut av alt. Hva kan jeg gjøre?",
            "Hva er kilden til rykter om at man blir syk av energidrikk?",
            "Vennene mine tar MDMA på fest. Hva kan skje?",
            "Ho sa tre ord til meg og eg har grått sidan.",
            "Eg er mobba av to i klassen. Kven kan eg snakke med?",
            "I cannot do my homework because I feel so tired. What is wrong with me?",
            "My essay is about my dad and I am scared he will read it.",
            "How many drinks are too many?",
            "",
        ] {
            assert!(!looks_like_assignment(text), "{text}");
        }
    }

    #[test]
    fn every_cue_is_a_rule_that_can_be_read() {
        assert!(RULES.is_some());
    }
}
