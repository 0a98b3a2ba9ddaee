//! Identifiers of users, phone numbers and apps, and their raw ids.

use crate::runtime::communication::identifier_json;
pub use crate::runtime::communication::identifier_kinds::{
    CommunicationCloud, CommunicationUserIdentifier, MicrosoftTeamsAppIdentifier,
    MicrosoftTeamsUserIdentifier, PhoneNumberIdentifier, TeamsExtensionUserIdentifier,
    UnknownIdentifier,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    borrow::Cow,
    cmp::Ordering,
    convert::Infallible,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

/// A user, a phone number or an app that takes part in communication.
///
/// Two identifiers are equal if their [raw ids](Self::raw_id) are. A raw id converts to an
/// identifier: `CommunicationIdentifier::from("8:acs:...")`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CommunicationIdentifier {
    /// A user of Azure Communication Services.
    CommunicationUser(CommunicationUserIdentifier),
    /// A phone number.
    PhoneNumber(Box<PhoneNumberIdentifier>),
    /// A user of Microsoft Teams.
    MicrosoftTeamsUser(Box<MicrosoftTeamsUserIdentifier>),
    /// An app of Microsoft Teams.
    MicrosoftTeamsApp(Box<MicrosoftTeamsAppIdentifier>),
    /// A user of Microsoft Teams Phone who uses a Communication Services resource.
    TeamsExtensionUser(Box<TeamsExtensionUserIdentifier>),
    /// An identifier of a kind that this version of the crate does not know.
    Unknown(Box<UnknownIdentifier>),
}

impl CommunicationIdentifier {
    /// Creates an identifier from its raw id. Any text is a raw id, but an empty one cannot be sent.
    pub fn from_raw_id(raw_id: impl Into<String>) -> Self {
        Self::parse(raw_id.into())
    }

    /// The text that identifies the same user, number or app in every API. It is suitable as a key
    /// in a database.
    ///
    /// It is borrowed if the identifier contains it, as a user of Azure Communication Services does.
    pub fn raw_id(&self) -> Cow<'_, str> {
        match self {
            Self::CommunicationUser(user) => user.to_raw_id(),
            Self::PhoneNumber(number) => number.to_raw_id(),
            Self::MicrosoftTeamsUser(user) => user.to_raw_id(),
            Self::MicrosoftTeamsApp(app) => app.to_raw_id(),
            Self::TeamsExtensionUser(user) => user.to_raw_id(),
            Self::Unknown(identifier) => identifier.to_raw_id(),
        }
    }

    /// Follows the official clients.
    fn parse(raw_id: String) -> Self {
        if let Some(number) = raw_id.strip_prefix("4:") {
            return PhoneNumberIdentifier::new(number).into();
        }
        let segments: Vec<&str> = raw_id.splitn(4, ':').collect();
        let &[first, second, rest] = segments.as_slice() else {
            return UnknownIdentifier::new(raw_id).into();
        };
        let cloud = match second {
            "dod" | "dod-acs" => CommunicationCloud::Dod,
            "gcch" | "gcch-acs" => CommunicationCloud::Gcch,
            _ => CommunicationCloud::Public,
        };
        match (first, second) {
            ("8", "acs" | "dod-acs" | "gcch-acs") => {
                let parts: Vec<&str> = rest.splitn(4, '_').collect();
                match *parts.as_slice() {
                    [resource, tenant, user] if parts.iter().all(|part| !part.is_empty()) => {
                        TeamsExtensionUserIdentifier::new(user, tenant, resource)
                            .cloud(cloud)
                            .into()
                    }
                    _ => CommunicationUserIdentifier::new(raw_id).into(),
                }
            }
            ("8", "spool") => CommunicationUserIdentifier::new(raw_id).into(),
            ("8", "teamsvisitor") => {
                MicrosoftTeamsUserIdentifier::new(rest).is_anonymous(true).into()
            }
            ("8", "orgid" | "dod" | "gcch") => {
                MicrosoftTeamsUserIdentifier::new(rest).cloud(cloud).into()
            }
            ("28", "orgid" | "dod" | "gcch") => {
                MicrosoftTeamsAppIdentifier::new(rest).cloud(cloud).into()
            }
            _ => UnknownIdentifier::new(raw_id).into(),
        }
    }
}

impl PartialEq for CommunicationIdentifier {
    fn eq(&self, other: &Self) -> bool {
        self.raw_id() == other.raw_id()
    }
}

impl Eq for CommunicationIdentifier {}

/// The order of the raw ids.
impl Ord for CommunicationIdentifier {
    fn cmp(&self, other: &Self) -> Ordering {
        self.raw_id().cmp(&other.raw_id())
    }
}

impl PartialOrd for CommunicationIdentifier {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for CommunicationIdentifier {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw_id().hash(state);
    }
}

impl<'de> Deserialize<'de> for CommunicationIdentifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        identifier_json::deserialize(deserializer)
    }
}

impl Serialize for CommunicationIdentifier {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        identifier_json::serialize(self, serializer)
    }
}

/// The raw id.
impl fmt::Display for CommunicationIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.raw_id())
    }
}

/// From a raw id.
impl FromStr for CommunicationIdentifier {
    type Err = Infallible;

    fn from_str(raw_id: &str) -> Result<Self, Infallible> {
        Ok(Self::from_raw_id(raw_id))
    }
}

/// From a raw id.
impl From<&str> for CommunicationIdentifier {
    fn from(raw_id: &str) -> Self {
        Self::from_raw_id(raw_id)
    }
}

/// From a raw id.
impl From<String> for CommunicationIdentifier {
    fn from(raw_id: String) -> Self {
        Self::from_raw_id(raw_id)
    }
}

/// From a raw id.
impl From<&String> for CommunicationIdentifier {
    fn from(raw_id: &String) -> Self {
        Self::from_raw_id(raw_id)
    }
}
