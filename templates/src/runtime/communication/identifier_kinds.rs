//! The kinds of identifiers.

use crate::runtime::{
    communication::identifier::CommunicationIdentifier, string_enum::open_traits,
};
use azure_core::Value;
use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::HashMap,
    fmt,
    hash::{Hash, Hasher},
};

/// A user of Azure Communication Services.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct CommunicationUserIdentifier {
    /// The id that the Identity API returned, `8:acs:...`. It is also the raw id.
    pub id: String,
}

/// A phone number.
///
/// Debug output does not show the number.
#[derive(Clone)]
#[non_exhaustive]
pub struct PhoneNumberIdentifier {
    /// The number in E.164 format, or `anonymous`.
    pub phone_number: String,
    /// `true` if the number is withheld.
    pub is_anonymous: bool,
    /// Distinguishes the participants of a call that have the same number.
    pub asserted_id: Option<String>,
    /// The raw id, if it differs from the one that the number determines.
    pub raw_id: Option<String>,
}

/// A user of Microsoft Teams.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MicrosoftTeamsUserIdentifier {
    /// The user's object id in Entra ID, or the visitor id of an anonymous user.
    pub user_id: String,
    /// `true` if the user joined without signing in.
    pub is_anonymous: bool,
    /// The cloud that the user is in.
    pub cloud: CommunicationCloud,
    /// The raw id, if it differs from the one that the other fields determine.
    pub raw_id: Option<String>,
}

/// An app of Microsoft Teams.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MicrosoftTeamsAppIdentifier {
    /// The app's id.
    pub app_id: String,
    /// The cloud that the app is in.
    pub cloud: CommunicationCloud,
    /// The raw id, if it differs from the one that the other fields determine.
    pub raw_id: Option<String>,
}

/// A user of Microsoft Teams Phone who uses a Communication Services resource.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TeamsExtensionUserIdentifier {
    /// The user's object id in Entra ID.
    pub user_id: String,
    /// The user's tenant.
    pub tenant_id: String,
    /// The Communication Services resource.
    pub resource_id: String,
    /// The cloud that the user is in.
    pub cloud: CommunicationCloud,
    /// The raw id, if it differs from the one that the other fields determine.
    pub raw_id: Option<String>,
}

/// An identifier of a kind that this version of the crate does not know.
///
/// It is sent back as it was received. Debug output shows the raw id only.
#[derive(Clone)]
#[non_exhaustive]
pub struct UnknownIdentifier {
    /// The raw id.
    pub raw_id: String,
    /// The other members of the JSON object, such as `kind`.
    pub fields: HashMap<String, Value>,
}

impl UnknownIdentifier {
    /// An identifier that has only a raw id.
    pub fn new(raw_id: impl Into<String>) -> Self {
        Self { raw_id: raw_id.into(), fields: HashMap::new() }
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.raw_id)
    }
}

impl fmt::Debug for UnknownIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownIdentifier").field("raw_id", &self.raw_id).finish_non_exhaustive()
    }
}

impl CommunicationUserIdentifier {
    /// The user with this id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.id)
    }
}

impl PhoneNumberIdentifier {
    /// A phone number in E.164 format, such as `+14255550123`. An asserted id follows an
    /// underscore. `anonymous` is a number that is withheld.
    pub fn new(phone_number: impl Into<String>) -> Self {
        let phone_number = phone_number.into();
        let is_anonymous = phone_number == "anonymous";
        let asserted_id = phone_number.rsplit_once('_').map(|(_, id)| id.to_owned());
        let asserted_id = asserted_id.filter(|id| !id.is_empty());
        Self { phone_number, is_anonymous, asserted_id, raw_id: None }
    }

    /// Sets whether the number is withheld.
    #[allow(clippy::wrong_self_convention, reason = "a setter has the name of its field")]
    pub fn is_anonymous(mut self, is_anonymous: bool) -> Self {
        self.is_anonymous = is_anonymous;
        self
    }

    /// Sets the asserted id, and keeps the number.
    pub fn asserted_id(mut self, asserted_id: impl Into<String>) -> Self {
        self.asserted_id = Some(asserted_id.into());
        self
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        let derived = || ["4:", &self.phone_number].concat();
        self.raw_id.as_deref().map_or_else(|| derived().into(), Cow::Borrowed)
    }
}

impl MicrosoftTeamsUserIdentifier {
    /// A signed-in user of the public cloud.
    pub fn new(user_id: impl Into<String>) -> Self {
        let (is_anonymous, cloud) = (false, CommunicationCloud::Public);
        Self { user_id: user_id.into(), is_anonymous, cloud, raw_id: None }
    }

    /// Sets whether the user joined without signing in.
    #[allow(clippy::wrong_self_convention, reason = "a setter has the name of its field")]
    pub fn is_anonymous(mut self, is_anonymous: bool) -> Self {
        self.is_anonymous = is_anonymous;
        self
    }

    /// Sets the cloud.
    pub fn cloud(mut self, cloud: impl Into<CommunicationCloud>) -> Self {
        self.cloud = cloud.into();
        self
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        let prefix = if self.is_anonymous { "teamsvisitor" } else { self.cloud.prefix() };
        let derived = || ["8:", prefix, ":", &self.user_id].concat();
        self.raw_id.as_deref().map_or_else(|| derived().into(), Cow::Borrowed)
    }
}

impl MicrosoftTeamsAppIdentifier {
    /// An app of the public cloud.
    pub fn new(app_id: impl Into<String>) -> Self {
        Self { app_id: app_id.into(), cloud: CommunicationCloud::Public, raw_id: None }
    }

    /// Sets the cloud.
    pub fn cloud(mut self, cloud: impl Into<CommunicationCloud>) -> Self {
        self.cloud = cloud.into();
        self
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        let derived = || ["28:", self.cloud.prefix(), ":", &self.app_id].concat();
        self.raw_id.as_deref().map_or_else(|| derived().into(), Cow::Borrowed)
    }
}

impl TeamsExtensionUserIdentifier {
    /// A user of the public cloud.
    pub fn new(
        user_id: impl Into<String>,
        tenant_id: impl Into<String>,
        resource_id: impl Into<String>,
    ) -> Self {
        Self {
            user_id: user_id.into(),
            tenant_id: tenant_id.into(),
            resource_id: resource_id.into(),
            cloud: CommunicationCloud::Public,
            raw_id: None,
        }
    }

    /// Sets the cloud.
    pub fn cloud(mut self, cloud: impl Into<CommunicationCloud>) -> Self {
        self.cloud = cloud.into();
        self
    }

    pub(crate) fn to_raw_id(&self) -> Cow<'_, str> {
        let derived = || {
            let Self { user_id, tenant_id, resource_id, .. } = self;
            match &self.cloud {
                CommunicationCloud::Public => format!("8:acs:{resource_id}_{tenant_id}_{user_id}"),
                cloud => format!("8:{cloud}-acs:{resource_id}_{tenant_id}_{user_id}"),
            }
        };
        self.raw_id.as_deref().map_or_else(|| derived().into(), Cow::Borrowed)
    }
}

macro_rules! raw_id {
    ($($kind:ident)*) => {$(
        impl $kind {
            /// Sets a raw id other than the one that the other fields determine.
            pub fn raw_id(mut self, raw_id: impl Into<String>) -> Self {
                self.raw_id = Some(raw_id.into());
                self
            }
        }
    )*};
}

raw_id! {
    PhoneNumberIdentifier MicrosoftTeamsUserIdentifier MicrosoftTeamsAppIdentifier
    TeamsExtensionUserIdentifier
}

macro_rules! compared_by_raw_id {
    ($($kind:ident)*) => {$(
        /// By raw id.
        impl PartialEq for $kind {
            fn eq(&self, other: &Self) -> bool {
                self.to_raw_id() == other.to_raw_id()
            }
        }

        impl Eq for $kind {}

        /// By raw id.
        impl Ord for $kind {
            fn cmp(&self, other: &Self) -> Ordering {
                self.to_raw_id().cmp(&other.to_raw_id())
            }
        }

        impl PartialOrd for $kind {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Hash for $kind {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.to_raw_id().hash(state);
            }
        }
    )*};
}

compared_by_raw_id! {
    PhoneNumberIdentifier MicrosoftTeamsUserIdentifier MicrosoftTeamsAppIdentifier
    TeamsExtensionUserIdentifier UnknownIdentifier
}

impl From<CommunicationUserIdentifier> for CommunicationIdentifier {
    fn from(user: CommunicationUserIdentifier) -> Self {
        Self::CommunicationUser(user)
    }
}

impl From<PhoneNumberIdentifier> for CommunicationIdentifier {
    fn from(number: PhoneNumberIdentifier) -> Self {
        Self::PhoneNumber(Box::new(number))
    }
}

impl From<MicrosoftTeamsUserIdentifier> for CommunicationIdentifier {
    fn from(user: MicrosoftTeamsUserIdentifier) -> Self {
        Self::MicrosoftTeamsUser(Box::new(user))
    }
}

impl From<MicrosoftTeamsAppIdentifier> for CommunicationIdentifier {
    fn from(app: MicrosoftTeamsAppIdentifier) -> Self {
        Self::MicrosoftTeamsApp(Box::new(app))
    }
}

impl From<TeamsExtensionUserIdentifier> for CommunicationIdentifier {
    fn from(user: TeamsExtensionUserIdentifier) -> Self {
        Self::TeamsExtensionUser(Box::new(user))
    }
}

impl From<UnknownIdentifier> for CommunicationIdentifier {
    fn from(identifier: UnknownIdentifier) -> Self {
        Self::Unknown(Box::new(identifier))
    }
}

impl fmt::Debug for PhoneNumberIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneNumberIdentifier")
            .field("is_anonymous", &self.is_anonymous)
            .finish_non_exhaustive()
    }
}

/// The cloud that an identifier belongs to. `CommunicationCloudEnvironmentModel` in the
/// description.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommunicationCloud {
    /// Azure public cloud.
    #[default]
    Public,
    /// Azure for the US Department of Defense.
    Dod,
    /// Azure for US Government (GCC High).
    Gcch,
    /// A cloud that this version of the crate does not know.
    UnknownValue(String),
}

impl CommunicationCloud {
    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Public => "public",
            Self::Dod => "dod",
            Self::Gcch => "gcch",
            Self::UnknownValue(value) => value,
        }
    }

    /// The name of the cloud in the raw ids of Teams users and apps.
    fn prefix(&self) -> &str {
        match self {
            Self::Public => "orgid",
            cloud => cloud.as_str(),
        }
    }
}

/// Ignores the case: the official Python client sends upper case.
impl From<&str> for CommunicationCloud {
    fn from(value: &str) -> Self {
        [Self::Public, Self::Dod, Self::Gcch]
            .into_iter()
            .find(|cloud| value.eq_ignore_ascii_case(cloud.as_str()))
            .unwrap_or_else(|| Self::UnknownValue(value.to_owned()))
    }
}

open_traits!(CommunicationCloud);
