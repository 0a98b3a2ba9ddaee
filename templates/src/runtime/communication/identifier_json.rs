//! Identifiers in JSON: `CommunicationIdentifierModel` in the description.

use crate::runtime::communication::identifier::{
    CommunicationCloud, CommunicationIdentifier, CommunicationUserIdentifier,
    MicrosoftTeamsAppIdentifier, MicrosoftTeamsUserIdentifier, PhoneNumberIdentifier,
    TeamsExtensionUserIdentifier,
};
use azure_core::Value;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
    ser,
};
use std::{borrow::Cow, fmt, iter};

/// The JSON object. Texts without escapes are borrowed, as all ids are.
///
/// The rare models are boxed: moving them would cost as much as reading the rest.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Model<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    raw_id: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    communication_user: Option<CommunicationUser<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<Box<PhoneNumber<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    microsoft_teams_user: Option<Box<MicrosoftTeamsUser<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    microsoft_teams_app: Option<Box<MicrosoftTeamsApp<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    teams_extension_user: Option<Box<TeamsExtensionUser<'a>>>,
    /// The other members, such as `kind`, which names the nested model. Older responses do not
    /// contain it, and the official clients do not send it.
    #[serde(skip_serializing)]
    others: Vec<(String, Value)>,
}

/// serde does not borrow for an `Option<Cow<str>>`.
#[derive(Deserialize, Serialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize, Serialize)]
struct CommunicationUser<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhoneNumber<'a> {
    #[serde(borrow)]
    value: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_anonymous: Option<bool>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    asserted_id: Option<Text<'a>>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct MicrosoftTeamsUser<'a> {
    #[serde(borrow)]
    user_id: Cow<'a, str>,
    is_anonymous: Option<bool>,
    cloud: Option<CommunicationCloud>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct MicrosoftTeamsApp<'a> {
    #[serde(borrow)]
    app_id: Cow<'a, str>,
    cloud: Option<CommunicationCloud>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct TeamsExtensionUser<'a> {
    #[serde(borrow)]
    user_id: Cow<'a, str>,
    #[serde(borrow)]
    tenant_id: Cow<'a, str>,
    #[serde(borrow)]
    resource_id: Cow<'a, str>,
    cloud: Option<CommunicationCloud>,
}

/// Reads an identifier.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<CommunicationIdentifier, D::Error> {
    let model = deserializer.deserialize_map(ModelVisitor)?;
    let nested = usize::from(model.communication_user.is_some())
        + usize::from(model.phone_number.is_some())
        + usize::from(model.microsoft_teams_user.is_some())
        + usize::from(model.microsoft_teams_app.is_some())
        + usize::from(model.teams_extension_user.is_some());
    if nested > 1 {
        return Err(de::Error::custom("an identifier has two nested models"));
    }
    model.into_identifier().ok_or_else(|| de::Error::missing_field("rawId"))
}

/// The name of a member.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Member {
    RawId,
    CommunicationUser,
    PhoneNumber,
    MicrosoftTeamsUser,
    MicrosoftTeamsApp,
    TeamsExtensionUser,
    Other(String),
}

struct ModelVisitor;

/// SerializedBody by hand, because serde's `flatten` would buffer every member.
impl<'de> Visitor<'de> for ModelVisitor {
    type Value = Model<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Model<'de>, A::Error> {
        let mut model = Model::default();
        while let Some(member) = map.next_key()? {
            match member {
                Member::RawId => model.raw_id = map.next_value()?,
                Member::CommunicationUser => model.communication_user = map.next_value()?,
                Member::PhoneNumber => model.phone_number = map.next_value()?,
                Member::MicrosoftTeamsUser => model.microsoft_teams_user = map.next_value()?,
                Member::MicrosoftTeamsApp => model.microsoft_teams_app = map.next_value()?,
                Member::TeamsExtensionUser => model.teams_extension_user = map.next_value()?,
                Member::Other(name) => model.others.push((name, map.next_value()?)),
            }
        }
        Ok(model)
    }
}

impl Model<'_> {
    /// The nested model decides, and without a known one the raw id. `None` if there is neither,
    /// or if the raw id would be empty.
    fn into_identifier(self) -> Option<CommunicationIdentifier> {
        let raw_id = self.raw_id.map(|text| text.0).filter(|raw_id| !raw_id.is_empty());
        // Only a raw id that differs from the one that the other fields determine is kept.
        let other = |derived: Cow<'_, str>| {
            raw_id.as_deref().filter(|raw_id| *raw_id != derived).map(str::to_owned)
        };
        Some(if let Some(user) = self.communication_user {
            let id = raw_id.or(Some(user.id).filter(|id| !id.is_empty()))?;
            CommunicationUserIdentifier::new(id).into()
        } else if let Some(number) = self.phone_number {
            let mut it = PhoneNumberIdentifier::new(number.value);
            it.is_anonymous = number.is_anonymous.unwrap_or(it.is_anonymous);
            it.asserted_id = number.asserted_id.map(|id| id.0.into_owned()).or(it.asserted_id);
            it.raw_id = other(it.to_raw_id());
            it.into()
        } else if let Some(user) = self.microsoft_teams_user {
            let mut it = MicrosoftTeamsUserIdentifier::new(user.user_id);
            it.is_anonymous = user.is_anonymous.unwrap_or_default();
            it.cloud = user.cloud.unwrap_or_default();
            it.raw_id = other(it.to_raw_id());
            it.into()
        } else if let Some(app) = self.microsoft_teams_app {
            let mut it = MicrosoftTeamsAppIdentifier::new(app.app_id);
            it.cloud = app.cloud.unwrap_or_default();
            it.raw_id = other(it.to_raw_id());
            it.into()
        } else if let Some(user) = self.teams_extension_user {
            let mut it =
                TeamsExtensionUserIdentifier::new(user.user_id, user.tenant_id, user.resource_id);
            it.cloud = user.cloud.unwrap_or_default();
            it.raw_id = other(it.to_raw_id());
            it.into()
        } else {
            let mut identifier = CommunicationIdentifier::from_raw_id(raw_id?);
            if let CommunicationIdentifier::Unknown(unknown) = &mut identifier {
                unknown.fields = self.others.into_iter().collect();
            }
            identifier
        })
    }
}

/// Writes an identifier.
pub(crate) fn serialize<S: Serializer>(
    identifier: &CommunicationIdentifier,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let raw_id = identifier.raw_id();
    if raw_id.is_empty() {
        return Err(ser::Error::custom("raw_id is empty"));
    }
    let mut model = Model { raw_id: Some(Text(raw_id)), ..Model::default() };
    match identifier {
        CommunicationIdentifier::CommunicationUser(user) => {
            model.communication_user = Some(CommunicationUser { id: borrowed(&user.id) });
        }
        CommunicationIdentifier::PhoneNumber(number) => {
            model.phone_number = Some(Box::new(PhoneNumber {
                value: borrowed(&number.phone_number),
                is_anonymous: number.is_anonymous.then_some(true),
                asserted_id: number.asserted_id.as_deref().map(|id| Text(borrowed(id))),
            }));
        }
        CommunicationIdentifier::MicrosoftTeamsUser(user) => {
            model.microsoft_teams_user = Some(Box::new(MicrosoftTeamsUser {
                user_id: borrowed(&user.user_id),
                is_anonymous: Some(user.is_anonymous),
                cloud: Some(user.cloud.clone()),
            }));
        }
        CommunicationIdentifier::MicrosoftTeamsApp(app) => {
            model.microsoft_teams_app = Some(Box::new(MicrosoftTeamsApp {
                app_id: borrowed(&app.app_id),
                cloud: Some(app.cloud.clone()),
            }));
        }
        CommunicationIdentifier::TeamsExtensionUser(user) => {
            model.teams_extension_user = Some(Box::new(TeamsExtensionUser {
                user_id: borrowed(&user.user_id),
                tenant_id: borrowed(&user.tenant_id),
                resource_id: borrowed(&user.resource_id),
                cloud: Some(user.cloud.clone()),
            }));
        }
        CommunicationIdentifier::Unknown(identifier) => {
            let raw_id = ("rawId", &Value::from(&*identifier.raw_id));
            let fields = identifier.fields.iter().map(|(name, value)| (name.as_str(), value));
            return serializer.collect_map(iter::once(raw_id).chain(fields));
        }
    }
    model.serialize(serializer)
}

fn borrowed(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
