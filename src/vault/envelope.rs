//! Envelopes: bytes sealed to a public key with HPKE (RFC 9180), base mode,
//! DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305.
//!
//! An envelope is suite byte ‖ encapsulated key (32) ‖ ciphertext. Its purpose goes into `info`; purpose, row,
//! epoch and holder go into the associated data, so a blob moved to another row or purpose does not open.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem as _, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal};
use zeroize::Zeroizing;

use super::{Plain, VaultError};
use crate::secret::Key;

type Kem = X25519HkdfSha256;
type Kdf = HkdfSha256;
type Aead = ChaCha20Poly1305;

/// The only suite so far; a second one would get the next number.
const SUITE: u8 = 1;
const ENCAPSULATED_KEY_BYTES: usize = 32;
/// What sealed content is filled up to, so that its length tells little of the text's: 2, 8, 16 and 64 KiB.
///
/// The largest is for writing systems with many bytes a character: 4 000 of them must fit.
const PADDED_SIZES: [usize; 4] = [2 << 10, 8 << 10, 16 << 10, 64 << 10];
const LENGTH_BYTES: usize = 4;

/// The half of a key pair that may be shown: 32 bytes on Curve25519.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// The half that opens; wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct PrivateKey(Zeroizing<[u8; 32]>);

/// Where an envelope belongs. It opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub purpose: &'a str,
    pub row: &'a str,
    pub epoch: &'a str,
    pub holder: &'a str,
}

impl PublicKey {
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        <[u8; 32]>::try_from(bytes).map(Self).map_err(|_| VaultError::DoesNotOpen)
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl PrivateKey {
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VaultError> {
        let key = <[u8; 32]>::try_from(bytes).map_err(|_| VaultError::DoesNotOpen)?;
        Ok(Self(Zeroizing::new(key)))
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// A new key pair from the operating system's random source.
pub fn generate_key_pair() -> Result<(PrivateKey, PublicKey), VaultError> {
    let mut seed = Zeroizing::new([0; 32]);
    super::fill_random(seed.as_mut())?;
    Ok(key_pair_from(&seed))
}

/// The key pair that always follows from this secret (RFC 9180, section 7.1.3).
pub fn key_pair_from(seed: &Key) -> (PrivateKey, PublicKey) {
    let (private, public) = Kem::derive_keypair(seed.as_slice());
    let private = PrivateKey(Zeroizing::new(private.to_bytes().into()));
    (private, PublicKey(public.to_bytes().into()))
}

/// Seals content as it is; for keys and other things whose length tells nothing.
pub fn seal(to: &PublicKey, place: &Place<'_>, content: &[u8]) -> Result<Vec<u8>, VaultError> {
    let recipient = public_key(to)?;
    let (encapsulated, ciphertext) = single_shot_seal::<Aead, Kdf, Kem>(
        &OpModeS::Base,
        &recipient,
        &place.info(),
        content,
        &place.associated_data(),
    )
    .map_err(|_| VaultError::DoesNotOpen)?;
    Ok([&[SUITE], encapsulated.to_bytes().as_slice(), &ciphertext].concat())
}

/// Opens what [`seal`] made.
pub fn open(with: &PrivateKey, place: &Place<'_>, envelope: &[u8]) -> Result<Plain, VaultError> {
    let Some((&SUITE, sealed)) = envelope.split_first() else {
        return Err(VaultError::DoesNotOpen);
    };
    let (encapsulated, ciphertext) = sealed.split_at_checked(ENCAPSULATED_KEY_BYTES).ok_or(VaultError::DoesNotOpen)?;
    let private = <Kem as hpke::Kem>::PrivateKey::from_bytes(with.as_bytes()).map_err(|_| VaultError::DoesNotOpen)?;
    let encapsulated =
        <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| VaultError::DoesNotOpen)?;
    single_shot_open::<Aead, Kdf, Kem>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        &place.info(),
        ciphertext,
        &place.associated_data(),
    )
    .map(Zeroizing::new)
    .map_err(|_| VaultError::DoesNotOpen)
}

/// Seals a text after filling it up to 2, 8, 16 or 64 KiB.
pub fn seal_padded(to: &PublicKey, place: &Place<'_>, content: &[u8]) -> Result<Vec<u8>, VaultError> {
    let needed = content.len() + LENGTH_BYTES;
    let size = PADDED_SIZES.into_iter().find(|size| *size >= needed).ok_or(VaultError::TooLarge)?;
    let length = u32::try_from(content.len()).map_err(|_| VaultError::TooLarge)?;
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(content);
    padded.resize(size, 0);
    seal(to, place, &padded)
}

/// Opens what [`seal_padded`] made, without the filling.
pub fn open_padded(with: &PrivateKey, place: &Place<'_>, envelope: &[u8]) -> Result<Plain, VaultError> {
    let padded = open(with, place, envelope)?;
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>().ok_or(VaultError::DoesNotOpen)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| VaultError::DoesNotOpen)?;
    rest.get(..length).map(|content| Zeroizing::new(content.to_vec())).ok_or(VaultError::DoesNotOpen)
}

impl Place<'_> {
    fn info(&self) -> Vec<u8> {
        format!("spoross/v1/{}", self.purpose).into_bytes()
    }

    /// Each part with its length before it, so that no two places give the same bytes.
    fn associated_data(&self) -> Vec<u8> {
        [self.purpose, self.row, self.epoch, self.holder]
            .into_iter()
            .flat_map(|part| {
                let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
                length.to_be_bytes().into_iter().chain(part.bytes())
            })
            .collect()
    }
}

fn public_key(key: &PublicKey) -> Result<<Kem as hpke::Kem>::PublicKey, VaultError> {
    <Kem as hpke::Kem>::PublicKey::from_bytes(key.as_bytes()).map_err(|_| VaultError::DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use hpke::rand_core::{TryCryptoRng, TryRng};
    use hpke::{setup_receiver, setup_sender_with_rng};

    use super::*;

    const PLACE: Place<'static> = Place { purpose: "question", row: "1", epoch: "a", holder: "" };

    #[test]
    fn what_is_sealed_opens_with_its_own_key() {
        let (private, public) = generate_key_pair().unwrap();
        let sealed = seal_padded(&public, &PLACE, "blåbær".as_bytes()).unwrap();
        assert_eq!(open_padded(&private, &PLACE, &sealed).unwrap().as_slice(), "blåbær".as_bytes());
        let (other, _) = generate_key_pair().unwrap();
        assert_eq!(open_padded(&other, &PLACE, &sealed), Err(VaultError::DoesNotOpen));
    }

    #[test]
    fn an_envelope_moved_to_another_place_does_not_open() {
        let (private, public) = generate_key_pair().unwrap();
        let sealed = seal(&public, &PLACE, b"content").unwrap();
        for elsewhere in [
            Place { purpose: "draft", ..PLACE },
            Place { row: "2", ..PLACE },
            Place { epoch: "b", ..PLACE },
            Place { holder: "x", ..PLACE },
            Place { row: "1a", epoch: "", ..PLACE },
        ] {
            assert_eq!(open(&private, &elsewhere, &sealed), Err(VaultError::DoesNotOpen), "{elsewhere:?}");
        }
        assert!(open(&private, &PLACE, &sealed).is_ok());
    }

    #[test]
    fn every_changed_or_cut_byte_is_noticed() {
        let (private, public) = generate_key_pair().unwrap();
        let sealed = seal(&public, &PLACE, b"content").unwrap();
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open(&private, &PLACE, &changed), Err(VaultError::DoesNotOpen), "byte {place}");
            assert_eq!(open(&private, &PLACE, &sealed[..place]), Err(VaultError::DoesNotOpen), "cut at {place}");
        }
    }

    #[test]
    fn the_length_of_a_text_is_hidden_in_four_sizes() {
        let (_, public) = generate_key_pair().unwrap();
        let overhead = 1 + ENCAPSULATED_KEY_BYTES + 16;
        for (content, size) in [(0, 2048), (2044, 2048), (2045, 8192), (8189, 16384), (16381, 65536), (65532, 65536)] {
            let sealed = seal_padded(&public, &PLACE, &vec![b'x'; content]).unwrap();
            assert_eq!(sealed.len(), size + overhead, "{content} bytes");
        }
        assert_eq!(seal_padded(&public, &PLACE, &vec![b'x'; 65533]), Err(VaultError::TooLarge));
    }

    /// RFC 9180, appendix A.2.1: base mode of our suite.
    mod rfc_9180 {
        use super::*;

        const INFO: &str = "4f6465206f6e2061204772656369616e2055726e";
        const IKM_E: &str = "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b";
        const ENC: &str = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a";
        const IKM_R: &str = "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df";
        const PK_R: &str = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
        const SK_R: &str = "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb";
        const PT: &str = "4265617574792069732074727574682c20747275746820626561757479";
        const ENCRYPTIONS: [(&str, &str); 2] = [
            (
                "436f756e742d30",
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
            ),
            (
                "436f756e742d31",
                "6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c",
            ),
        ];

        struct Fixed(Vec<u8>);

        impl TryRng for Fixed {
            type Error = Infallible;
            fn try_next_u32(&mut self) -> Result<u32, Infallible> {
                unreachable!("the suite asks for bytes")
            }
            fn try_next_u64(&mut self) -> Result<u64, Infallible> {
                unreachable!("the suite asks for bytes")
            }
            fn try_fill_bytes(&mut self, buffer: &mut [u8]) -> Result<(), Infallible> {
                buffer.copy_from_slice(&self.0);
                Ok(())
            }
        }
        impl TryCryptoRng for Fixed {}

        fn bytes(text: &str) -> Vec<u8> {
            hex::decode(text).unwrap()
        }

        #[test]
        fn key_pairs_are_derived_as_published() {
            let (private, public) = Kem::derive_keypair(&bytes(IKM_R));
            // The library clears and sets the bits RFC 7748 masks away, so the scalar is compared, not its bytes.
            let published = <Kem as hpke::Kem>::PrivateKey::from_bytes(&bytes(SK_R)).unwrap();
            assert_eq!(private.to_bytes(), published.to_bytes());
            assert_eq!(public.to_bytes().as_slice(), bytes(PK_R));
        }

        #[test]
        fn our_suite_seals_the_published_ciphertexts() {
            let recipient = public_key(&PublicKey::from_bytes(&bytes(PK_R)).unwrap()).unwrap();
            let (enc, mut sender) = setup_sender_with_rng::<Aead, Kdf, Kem>(
                &OpModeS::Base,
                &recipient,
                &bytes(INFO),
                &mut Fixed(bytes(IKM_E)),
            )
            .unwrap();
            assert_eq!(enc.to_bytes().as_slice(), bytes(ENC));
            for (aad, ciphertext) in ENCRYPTIONS {
                assert_eq!(sender.seal(&bytes(PT), &bytes(aad)).unwrap(), bytes(ciphertext));
            }
        }

        #[test]
        fn our_suite_opens_the_published_ciphertexts() {
            let private = <Kem as hpke::Kem>::PrivateKey::from_bytes(&bytes(SK_R)).unwrap();
            let enc = <Kem as hpke::Kem>::EncappedKey::from_bytes(&bytes(ENC)).unwrap();
            let mut receiver = setup_receiver::<Aead, Kdf, Kem>(&OpModeR::Base, &private, &enc, &bytes(INFO)).unwrap();
            for (aad, ciphertext) in ENCRYPTIONS {
                assert_eq!(receiver.open(&bytes(ciphertext), &bytes(aad)).unwrap(), bytes(PT));
            }
        }
    }
}
