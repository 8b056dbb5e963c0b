//! One usual form for words that young people spell in many ways: nynorsk, dialects, typos and short forms.
//! Only words that rules need; a wrong guess costs little, as rules also see the text as it was typed.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The usual form, then the forms that are read as it. Dialects: the common written forms of the Trøndelag, northern
/// and western regiolects in chat; nynorsk: Nynorskordboka.
const FORMS: &str = "\
jeg: eg æ æg jei jæi jæ jg jeh jaj je i'm im
meg: mæ mei mæi mæg mg
deg: dæ dei'g dæi
seg: sæ sæi
ikke: ikkje ikje ikkj itj ittj itte itje isje ike ikk kke ikek ikkee ekke inte ikkjæ
bare: berre bærre bærrè bær bar kun
vil: vill wil vl vell
ville: vilja vilje
skal: ska sk skla skall skarre
orker: orkar orke orka orkr orkker årker
klarer: klarar klare klara greier greiar
gidder: gidd gidde giddar
leve: leva lev levve levee
livet: live livett livve
livene: liva
mitt: mett mit
dø: døy daue døø døe døi
død: daud dau dødd
dør: døyr
drepe: drepa dreppe dræpe drebe myrde
drepte: drap drepde
selv: sjølv sjøl sjæl sæl sjølve selve sjølva seljv
selvmord: selmord sjølvmord sjølmord sjelvmord selvmort selvmor selvmorrd selvmodr slevmord selvord selvmrod sjølvmor selvmurd slvmord
selvmordstanker: sjølvmordstankar selvmordstankar selmordstanker selvmortstanker sjølvmordstanker
mer: meir meire mere mæir meer mær
lenger: lengre lengere lengar længer længer lengr
være: vere vær ver værre vera vara vær'
til: te tel
nå: no naa nuh
våkne: vakne våkna vakna vågne våken
sovne: somne sovna somna
dag: dak
vet: veit vett væit
hva: kva ka hvaa va'
hvor: kor hvorr korr kos
hvordan: korleis koss kossen åssen hvorda hvordann korsn korsen
hvorfor: kvifor kofor koffer kåffår hvofor hvorfår
hvem: kven kem
hver: kvar kver vær'e hverr
når: nårr
noe: noko noka nokka nokke nåkka nåke noge nåe noke
noen: nokon nokre nåen nokken nåkken
hun: ho hu
han: hann 'an
de: dei dem
hjemme: heime hjem'e jemme hjæme
hjem: heim hjæm jem
kommer: kjem kjæm kæm kommr kjæmme kommær
gjøre: gjere gjør' gjørra gjørre jøre gjærra gjære gjera
gjør: gjer gjørr jør
gjort: gjord jort
tar: tek tæk tarr
tatt: teke tekje tadd
tok: tokk
slår: slaar slårr slæ
slo: slogg
redd: redde rædd ræd red
pappa: papa pappan pappaen far faren fader
mamma: mama mammaen mor moren mora
bror: broren brodern brorsan broder
søster: søsteren søstra søsteri syster systera systra
venn: ven vennen vennene kompis kompisen kamerat kameraten
venninne: venninna venninnen veninna veninne venina
kjæresten: kjærasten kjeresten kjærsten
snakke: snakka prate
sier: seier sei seie
sa: sae
ser: sjår sjer
kutter: kuttar kutta kuttet kutte kuttr
skjærer: skjer skjere skjære skar skåret skjærr
skader: skadar skada skadet
voldtatt: valdteken voltatt valdtatt voldtat voldtattt våldtatt voltat valtatt
voldtok: valdtok voltok
voldtekt: valdtekt voltekt
tabletter: tablettar tabeletter tabletr tabletar
tablettene: tablettane tabeletene tabletene tablettan
piller: pillar pilla piler pills
pillene: pillane pilene pillan
paracet: parasett paraset parcet paracetamol paracetter paracetet panodil pinex
blod: blo
blør: blø blør' blør
kniv: kniven
ingen: ingin ingn inkje
ingenting: ingenteng inkjenting ingnting
alle: aille alla
uten: utan utn
bedre: betre bære' bedr
om: åm
borte: burte
forsvinne: forsvinna forsvine försvinna
tanker: tankar
stemmer: stemmar
besvimer: besvima besvimt besvimte svima svimte besvimmer
overdose: overdåse
bevisstløs: bevistløs bevisstlaus medvitslaus bevvistløs
puster: pustar pust pusta pustet puste
truer: truar trua truet true
bilder: bilete bilda bildene bileta biler'
nakenbilder: nakenbilete nakenbildene nakenbilda
livredd: livreddd livrædd
tenker: tenkjer tenkje tenkr
ønsker: ynskjer ønskjer ynskje ønske ønskar
skulle: sku skul
kunne: kunna ku
kveld: kvæll kvell kveldn
natt: nat
i kveld: ikveld ikvell ikvæll
i natt: inatt
i dag: idag
i morgen: imorgen imårra imorra imårgå imorgon
for mye: formye
hver dag: hverdag
det: d de' dt dæ'
noen ganger: noenganger
helt: heilt hælt heelt
hele: heile hæle
hel: heil
er: ær
på: paa på'
ble: vart blei va'rt
blitt: vorte vorti blidd
lyst: løst
meg selv: megselv
";

static USUAL: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    FORMS
        .lines()
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(usual, forms)| forms.split(' ').map(move |form| (form, usual)))
        .collect()
});

/// The usual form of a word, if it has one that is spelt otherwise.
pub(super) fn usual(word: &str) -> Option<&'static str> {
    USUAL.get(word).copied()
}

/// Words in which a nought is an ø: "d0" is "dø", while in "selvm0rd" it is an o.
pub(super) fn zero_as_oe(word: &str) -> Option<&'static str> {
    Some(match word {
        "do" => "dø",
        "dod" => "død",
        "dor" => "dør",
        "doy" => "døy",
        "onsker" => "ønsker",
        "foler" => "føler",
        "blor" => "blør",
        "gjore" => "gjøre",
        "gjor" => "gjør",
        _ => return None,
    })
}

/// Words, Norwegian and English, in which "oe", "ae" or "aa" is not ø, æ or å.
pub(super) fn has_own_oe(word: &str) -> bool {
    const WHOLE: [&str; 19] = [
        "noe", "noen", "does", "doesn", "goes", "toes", "shoe", "shoes", "joe", "zoe", "broen", "troen", "skoen",
        "roen", "koen", "kroen", "israel", "michael", "faen",
    ];
    const BEGINNINGS: [&str; 5] = ["poe", "noen", "aero", "broen", "koeff"];
    WHOLE.contains(&word) || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
}
