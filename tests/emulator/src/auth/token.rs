//! User access tokens: JWTs that the emulator signs (HS256) and reads back.

use crate::{
    bounded::{Bounded, Weigh},
    clock::Timestamp,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use ring::hmac;
use serde_json::{Value, json};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// The bytes for the claims of tokens that were read.
const READ: usize = 4 << 20;

/// Signs tokens. Each emulator has its own key, and refuses the tokens of others.
pub(crate) struct TokenKey {
    key: hmac::Key,
    /// The claims of tokens with a good signature. A client sends the same token with every request,
    /// and checking it again would be a quarter of the work for a message.
    read: Mutex<Bounded<String, Arc<Claims>>>,
}

/// The content of a token.
#[derive(Debug)]
pub(crate) struct Claims {
    /// The raw id of the user.
    pub user: String,
    pub scopes: Vec<String>,
    pub expires: Timestamp,
    /// The revocation number of the user when the token was issued.
    pub revocations: u64,
}

impl TokenKey {
    pub fn new(secret: &[u8]) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
        Self { key, read: Mutex::new(Bounded::new(READ)) }
    }

    /// Writes a token with the claims that real ones have: `skypeid` is the raw id without its
    /// leading `8:`, `acsScope` lists the scopes.
    pub fn sign(&self, claims: &Claims, resource_id: &str, now: Timestamp) -> String {
        let header = BASE64.encode(r#"{"alg":"HS256","typ":"JWT"}"#);
        let payload = json!({
            "skypeid": claims.user.strip_prefix("8:").unwrap_or(&claims.user),
            "acsScope": claims.scopes.join(","),
            "exp": claims.expires.seconds(),
            // `exp` counts whole seconds; a token that lasts a second must not lose half of it.
            "expTicks": claims.expires.ticks(),
            "iat": now.seconds(),
            "jti": Uuid::new_v4().to_string(),
            "resourceId": resource_id,
            "revocations": claims.revocations,
        });
        let signed = format!("{header}.{}", BASE64.encode(payload.to_string()));
        let signature = hmac::sign(&self.key, signed.as_bytes());
        format!("{signed}.{}", BASE64.encode(signature))
    }

    /// Reads a token back, expired or not. `None` if this key did not sign it.
    pub fn read(&self, token: &str) -> Option<Arc<Claims>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(claims) = read.get(token) {
            return Some(claims.clone());
        }
        let claims = Arc::new(self.verified(token)?);
        read.insert(token.to_owned(), claims.clone());
        while read.overflow().is_some() {}
        Some(claims)
    }

    fn verified(&self, token: &str) -> Option<Claims> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = BASE64.decode(signature).ok()?;
        hmac::verify(&self.key, signed.as_bytes(), &signature).ok()?;
        let (_, payload) = signed.split_once('.')?;
        let claims: Value = serde_json::from_slice(&BASE64.decode(payload).ok()?).ok()?;
        Some(Claims {
            user: format!("8:{}", claims["skypeid"].as_str()?),
            scopes: claims["acsScope"].as_str()?.split(',').map(str::to_owned).collect(),
            expires: Timestamp::from_ticks(claims["expTicks"].as_i64()?),
            revocations: claims["revocations"].as_u64()?,
        })
    }
}

impl Weigh for Arc<Claims> {
    fn weight(&self) -> usize {
        let scopes: usize = self.scopes.iter().map(|scope| scope.len() + 24).sum();
        size_of::<Claims>() + self.user.len() + scopes
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Claims, READ, TokenKey};
    use crate::{clock::Timestamp, memory::most_bytes};

    #[test]
    fn claims_take_no_more_memory_than_their_bound() {
        let held = most_bytes(
            || TokenKey::new(b"secret"),
            |key, _| {
                for number in 0..READ / 700 {
                    let user = format!("8:acs:resource_{number}");
                    let scopes = vec!["chat".to_owned(), "voip".to_owned()];
                    let claims = Claims { user, scopes, expires: Timestamp::EPOCH, revocations: 0 };
                    let token = key.sign(&claims, "resource", Timestamp::EPOCH);
                    assert!(key.read(&token).is_some());
                }
            },
        );
        assert!(held <= READ && held > READ / 2, "{held}");
    }
}
