//! What changed between two texts, line by line.

pub mod words;

/// Same lines around a change that are shown with it.
const AROUND: usize = 1;
/// Texts with more lines are compared as a whole: the work grows with the product of both.
const MOST_LINES: usize = 3000;

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
    /// So many same lines are left out here.
    LeftOut(usize),
}

/// Compares two texts; nothing comes of two that are the same.
pub fn lines<'a>(old: &'a str, new: &'a str) -> Vec<Line<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (filled(old), filled(new));
    if old == new {
        return Vec::new();
    }
    if old.len().max(new.len()) > MOST_LINES {
        let removed = old.into_iter().map(Line::Removed);
        return removed.chain(new.into_iter().map(Line::Added)).collect();
    }
    shortened(walk(&old, &new))
}

/// Blank lines part paragraphs and say nothing themselves.
fn filled(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

/// Follows the longest common run of lines, from the first to the last.
fn walk<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    let common = common_after(old, new);
    let (mut at, mut all) = ((0, 0), Vec::new());
    loop {
        let after = |one: usize, other: usize| common.get(one).and_then(|row| row.get(other)).copied();
        at = match (old.get(at.0), new.get(at.1)) {
            (Some(before), Some(now)) if before == now => {
                all.push(Line::Same(now));
                (at.0 + 1, at.1 + 1)
            }
            (Some(before), now) if now.is_none() || after(at.0 + 1, at.1) >= after(at.0, at.1 + 1) => {
                all.push(Line::Removed(before));
                (at.0 + 1, at.1)
            }
            (_, Some(now)) => {
                all.push(Line::Added(now));
                (at.0, at.1 + 1)
            }
            (_, None) => return all,
        };
    }
}

/// How many lines both have in common after each pair of places.
fn common_after(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut below = vec![0; new.len() + 1];
    let mut rows = vec![below.clone()];
    for before in old.iter().rev() {
        let mut row = vec![0_u16; new.len() + 1];
        let (mut right, mut diagonal) = (0_u16, 0_u16);
        for (number, now) in new.iter().enumerate().rev() {
            let under = below.get(number).copied().unwrap_or_default();
            let here = if before == now { diagonal.saturating_add(1) } else { under.max(right) };
            if let Some(place) = row.get_mut(number) {
                *place = here;
            }
            (right, diagonal) = (here, under);
        }
        below.clone_from(&row);
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// Leaves out same lines that stand far from any change.
fn shortened(all: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let changes: Vec<usize> =
        all.iter().enumerate().filter(|(_, line)| !matches!(line, Line::Same(_))).map(|(place, _)| place).collect();
    let mut kept: Vec<Line<'_>> = Vec::new();
    for (place, line) in all.into_iter().enumerate() {
        if changes.iter().any(|change| change.abs_diff(place) <= AROUND) {
            kept.push(line);
        } else if let Some(Line::LeftOut(count)) = kept.last_mut() {
            *count += 1;
        } else {
            kept.push(Line::LeftOut(1));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::Line::{Added, LeftOut, Removed, Same};
    use super::*;

    #[test]
    fn what_changed_is_seen_line_by_line() {
        for (old, new, expected) in [
            ("a\n\nb", "a\nb", vec![]),
            ("", "a", vec![Added("a")]),
            ("a", "", vec![Removed("a")]),
            ("a\nb\nc", "a\nx\nc", vec![Same("a"), Removed("b"), Added("x"), Same("c")]),
            ("a\nb\nc\nd", "b\nc\nd\na", vec![Removed("a"), Same("b"), LeftOut(1), Same("d"), Added("a")]),
            ("1\n2\n3\n4\n5", "1\n2\n3\n4\n6", vec![LeftOut(3), Same("4"), Removed("5"), Added("6")]),
        ] {
            assert_eq!(lines(old, new), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn very_long_texts_are_told_as_a_whole() {
        let old = "a\n".repeat(MOST_LINES + 1);
        assert_eq!(lines(&old, "a").len(), MOST_LINES + 2);
    }
}
