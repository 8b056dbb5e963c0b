//! A code that someone keeps on paper: 80 random bits as 16 characters. Under the app secret it gives a tag to find a
//! row by and a key pair; what is sealed to that pair only the code's owner can have opened.

use zeroize::Zeroizing;

use super::envelope::{PrivateKey, PublicKey, key_pair_from};
use super::to_hex;
use crate::secret::{AppSecret, derive_key};

const CODE_BYTES: usize = 10;
/// Characters of a code, without its hyphens.
pub const CODE_LENGTH: usize = 16;
const GROUP: usize = 4;
/// Crockford's base 32 (<https://www.crockford.com/base32.html>): no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A receipt code; wiped from memory when dropped, never printed but by [`Code::grouped`].
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<[u8; CODE_BYTES]>);

/// Why something typed cannot be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    Empty,
    /// A character that no code has; never which.
    Character,
    /// How many characters there were instead of 16.
    Length(usize),
}

/// What a code gives under the app secret.
#[derive(Clone)]
pub struct CodeKeys {
    /// 64 hexadecimal digits.
    pub tag: String,
    pub private: PrivateKey,
    pub public: PublicKey,
}

impl Code {
    /// A code from bytes that only the server can compute, or that are random.
    pub fn from_seed(seed: [u8; CODE_BYTES]) -> Self {
        Self(Zeroizing::new(seed))
    }

    /// Reads what someone typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
    pub fn parse(typed: &str) -> Result<Self, CodeProblem> {
        let digits: Vec<u8> = typed.chars().filter(|sign| !is_between(*sign)).map(digit).collect::<Result<_, _>>()?;
        match digits.len() {
            0 => return Err(CodeProblem::Empty),
            CODE_LENGTH => {}
            other => return Err(CodeProblem::Length(other)),
        }
        let bits = digits.iter().fold(0_u128, |bits, digit| bits << 5 | u128::from(*digit));
        let mut bytes = [0; CODE_BYTES];
        let significant = bits.to_be_bytes().into_iter().skip(size_of::<u128>() - CODE_BYTES);
        bytes.iter_mut().zip(significant).for_each(|(byte, from)| *byte = from);
        Ok(Self::from_seed(bytes))
    }

    /// `7KQF-3MWD-9XTR-B2HA`
    pub fn grouped(&self) -> String {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let signs: Vec<char> = (0..CODE_LENGTH).rev().map(|place| sign(bits >> (5 * place))).collect();
        signs.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// The tag and the key pair: HKDF over an HMAC of the code under the app secret, so that neither a list of codes
    /// nor a copy of the database alone leads anywhere.
    pub fn keys(&self, secret: &AppSecret) -> CodeKeys {
        let material = Zeroizing::new(secret.authenticate("receipt", &[self.0.as_slice()]));
        let (private, public) = key_pair_from(&derive_key(material.as_slice(), "receipt/key"));
        CodeKeys { tag: to_hex(derive_key(material.as_slice(), "receipt/tag").as_slice()), private, public }
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

/// What people and word processors put between groups.
fn is_between(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{200b}' | '.' | '_')
}

fn digit(sign: char) -> Result<u8, CodeProblem> {
    let plain = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == plain).ok_or(CodeProblem::Character)?;
    u8::try_from(place).map_err(|_| CodeProblem::Character)
}

fn sign(bits: u128) -> char {
    let place = usize::try_from(bits & 31).unwrap_or_default();
    ALPHABET.get(place).copied().map_or('0', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(byte: u8) -> Code {
        Code::from_seed([byte; CODE_BYTES])
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let seed = [0x3c, 0xee, 0xf1, 0xd3, 0x8d, 0x4f, 0xb5, 0x8b, 0x0a, 0x2a];
        let written = Code::from_seed(seed).grouped();
        assert_eq!(written, "7KQF-3MWD-9YTR-P2HA");
        for typed in [
            "7KQF-3MWD-9YTR-P2HA",
            "7kqf3mwd9ytrp2ha",
            "  7KQF 3MWD\t9YTR\nP2HA ",
            "7KQF–3MWD—9YTR−P2HA",
            "7.K.Q.F.3.M.W.D.9.Y.T.R.P.2.H.A",
        ] {
            assert_eq!(Code::parse(typed).unwrap().grouped(), written, "{typed}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_forgiven() {
        let written = code(0).grouped();
        assert_eq!(written, "0000-0000-0000-0000");
        assert_eq!(Code::parse("oOoO-0000-0000-0000").unwrap().grouped(), written);
        assert_eq!(Code::parse("iIlL-1111-1111-1111").unwrap(), Code::parse("1111111111111111").unwrap());
    }

    #[test]
    fn what_cannot_be_a_code_is_told_why() {
        for (typed, problem) in [
            ("", CodeProblem::Empty),
            (" - ", CodeProblem::Empty),
            ("7KQF-3MWD-9YTR-P2H", CodeProblem::Length(15)),
            ("7KQF-3MWD-9YTR-P2HA7", CodeProblem::Length(17)),
            ("7KQF-3MWD-9YTR-P2HU", CodeProblem::Character),
            ("7KQF-3MWD-9YTR-P2HÅ", CodeProblem::Character),
            ("7KQF-3MWD-9YTR-P2H🦊", CodeProblem::Character),
            ("min kode er borte", CodeProblem::Length(14)),
        ] {
            assert_eq!(Code::parse(typed).unwrap_err(), problem, "{typed}");
        }
    }

    /// Every code comes back from its own writing, and no typed line of any kind makes the reader stumble.
    #[test]
    fn random_codes_and_random_lines() {
        for _ in 0..2_000 {
            let mut seed = [0; CODE_BYTES];
            super::super::fill_random(&mut seed).unwrap();
            let code = Code::from_seed(seed);
            assert_eq!(Code::parse(&code.grouped().to_lowercase()).unwrap(), code);
            let line = String::from_utf8_lossy(&seed).repeat(3);
            assert!(Code::parse(&line).is_ok_and(|read| read.grouped().len() == 19) || Code::parse(&line).is_err());
        }
    }

    #[test]
    fn a_code_gives_the_same_keys_under_the_same_secret_only() {
        let (ours, theirs) = (AppSecret::new([1; 32]), AppSecret::new([2; 32]));
        let keys = code(7).keys(&ours);
        assert_eq!(keys.tag, code(7).keys(&ours).tag);
        assert_eq!(keys.public, code(7).keys(&ours).public);
        assert_ne!(keys.tag, code(8).keys(&ours).tag);
        assert_ne!(keys.tag, code(7).keys(&theirs).tag);
        assert_ne!(keys.public, code(7).keys(&theirs).public);
        assert_eq!(format!("{:?}", code(7)), "Code(…)");
    }
}
