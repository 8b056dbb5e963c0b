//! What the lexicons cost a text, ordinary and hostile. Run with `cargo bench --bench lexicons`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use spoross::text::{acute, identifying};

const ORDINARY: &str = "jeg er så sliten og vet ikke hva jeg skal gjøre, mamma og pappa krangler hele tiden. ";
const FULL: &str = "kari hansen 68 05 00 12 på snap, Storgata 12. jeg vil dø nå, ikke selvmord, dø av latter. ";
const DIGITS: &str = "11 ";

fn lexicons(criterion: &mut Criterion) {
    let (names, signs) = (identifying::Lexicon::built_in(), acute::Lexicon::built_in());
    for (kind, piece, characters) in
        [("ordinary", ORDINARY, 400), ("ordinary", ORDINARY, 4_000), ("full", FULL, 4_000), ("digits", DIGITS, 4_000)]
    {
        let text: String = piece.chars().cycle().take(characters).collect();
        let name = BenchmarkId::new(kind, characters);
        criterion.benchmark_group("identifying").bench_function(name.clone(), |bencher| {
            bencher.iter(|| names.mark(black_box(&text)));
        });
        criterion.benchmark_group("acute").bench_function(name, |bencher| {
            bencher.iter(|| signs.find(black_box(&text)));
        });
    }
}

criterion_group!(benches, lexicons);
criterion_main!(benches);
