//! Identifiers of users, phone numbers and apps: raw ids, and the JSON in which they travel.

use crate::failure::Failure;
use serde_json::{Map, Value, json};

/// The bytes that an id of a user may have.
const ID_LIMIT: usize = 512;
/// The bytes that a display name may have.
const NAME_LIMIT: usize = 512;

/// The raw id of an identifier in a request. An explicit raw id wins over a nested model.
pub(crate) fn raw_id(model: &Value) -> Result<String, Failure> {
    let wrong = |message| Failure::bad_request("communicationIdentifier", message);
    let raw_id = any_raw_id(model)?;
    if raw_id.len() > ID_LIMIT {
        return Err(wrong("An identifier has 512 bytes at most."));
    }
    // The id of a user names its resource and, after `_`, the user.
    let parts = raw_id.strip_prefix("8:acs:").map(|id| id.split_once('_'));
    match parts {
        None => Ok(raw_id),
        Some(Some((resource, user))) if !resource.is_empty() && !user.is_empty() => Ok(raw_id),
        Some(_) => Err(wrong("The identifier of the user is not valid.")),
    }
}

/// A name in a request, under which a participant or a sender appears.
pub(crate) fn display_name(request: &Value, property: &str) -> Result<Option<String>, Failure> {
    match request[property].as_str() {
        Some(name) if name.len() > NAME_LIMIT => {
            Err(Failure::bad_request(property, "A display name has 512 bytes at most."))
        }
        name => Ok(name.map(str::to_owned)),
    }
}

/// Says whether a text has the form of a thread id, `19:…@thread.v2`.
pub(crate) fn is_thread_id(id: &str) -> bool {
    let inner = id.strip_prefix("19:").and_then(|id| id.strip_suffix("@thread.v2"));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(allowed))
}

fn any_raw_id(model: &Value) -> Result<String, Failure> {
    let wrong = |message| Failure::bad_request("communicationIdentifier", message);
    let text = |model: &Value, name: &str| model[name].as_str().unwrap_or_default().to_owned();
    let nested: Vec<(&str, &Value)> = NESTED
        .iter()
        .filter_map(|name| Some((*name, model.get(*name)?)))
        .filter(|(_, nested)| !nested.is_null())
        .collect();
    let derived = match nested.as_slice() {
        [] => None,
        [("communicationUser", user)] => Some(text(user, "id")),
        [("phoneNumber", phone)] => Some(format!("4:{}", text(phone, "value"))),
        [("microsoftTeamsUser", user)] if user["isAnonymous"] == true => {
            Some(format!("8:teamsvisitor:{}", text(user, "userId")))
        }
        [("microsoftTeamsUser", user)] => {
            Some(format!("8:{}:{}", cloud(user), text(user, "userId")))
        }
        [("microsoftTeamsApp", app)] => Some(format!("28:{}:{}", cloud(app), text(app, "appId"))),
        [(_, user)] => {
            let prefix = match cloud(user) {
                "orgid" => "acs",
                "dod" => "dod-acs",
                _ => "gcch-acs",
            };
            let [resource, tenant, user] =
                ["resourceId", "tenantId", "userId"].map(|name| text(user, name));
            Some(format!("8:{prefix}:{resource}_{tenant}_{user}"))
        }
        _ => return Err(wrong("An identifier can have only one nested model.")),
    };
    let explicit = model["rawId"].as_str().filter(|id| !id.is_empty()).map(str::to_owned);
    explicit.or(derived).ok_or_else(|| wrong("An identifier needs a raw id or a nested model."))
}

const NESTED: [&str; 5] = [
    "communicationUser",
    "phoneNumber",
    "microsoftTeamsUser",
    "microsoftTeamsApp",
    "teamsExtensionUser",
];

/// Lowers the letters of clouds in identifiers: Microsoft's Python client sends capitals.
pub(crate) fn lower_clouds(body: &mut Value) {
    match body {
        Value::Object(entries) => {
            for (name, value) in entries {
                if NESTED.contains(&name.as_str())
                    && let Some(Value::String(cloud)) = value.get_mut("cloud")
                {
                    cloud.make_ascii_lowercase();
                }
                lower_clouds(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(lower_clouds),
        _ => {}
    }
}

/// The cloud as raw ids spell it. The public one is `orgid` there.
fn cloud(model: &Value) -> &str {
    match model["cloud"].as_str() {
        None | Some("public") => "orgid",
        Some(cloud) => cloud,
    }
}

/// The identifier of a raw id, as responses carry it. The service does not name its `kind`.
pub(crate) fn model(raw_id: &str) -> Value {
    let mut model = Map::from_iter([("rawId".to_owned(), raw_id.into())]);
    if let Some((name, nested)) = nested(raw_id) {
        model.insert(name.to_owned(), nested);
    }
    model.into()
}

/// The name and the value of the nested model; `None` for an id that no model is for.
fn nested(raw_id: &str) -> Option<(&'static str, Value)> {
    if let Some(number) = raw_id.strip_prefix("4:") {
        return Some(("phoneNumber", phone_number(number)));
    }
    let segments: Vec<&str> = raw_id.split(':').collect();
    let &[kind, space, id] = segments.as_slice() else {
        return None;
    };
    let teams_user = |cloud| ("microsoftTeamsUser", json!({ "userId": id, "cloud": cloud }));
    let teams_app = |cloud| ("microsoftTeamsApp", json!({ "appId": id, "cloud": cloud }));
    let user = ("communicationUser", json!({ "id": raw_id }));
    Some(match (kind, space) {
        ("8", "teamsvisitor") => {
            ("microsoftTeamsUser", json!({ "userId": id, "isAnonymous": true }))
        }
        ("8", "orgid") => teams_user("public"),
        ("8", "dod") => teams_user("dod"),
        ("8", "gcch") => teams_user("gcch"),
        ("8", "acs") => extension_user(id, "public").unwrap_or(user),
        ("8", "dod-acs") => extension_user(id, "dod").unwrap_or(user),
        ("8", "gcch-acs") => extension_user(id, "gcch").unwrap_or(user),
        ("8", "spool") => user,
        ("28", "orgid") => teams_app("public"),
        ("28", "dod") => teams_app("dod"),
        ("28", "gcch") => teams_app("gcch"),
        _ => return None,
    })
}

fn phone_number(number: &str) -> Value {
    if number == "anonymous" {
        return json!({ "value": number, "isAnonymous": true });
    }
    match number.rsplit_once('_') {
        Some((_, asserted)) if !asserted.is_empty() => {
            json!({ "value": number, "assertedId": asserted })
        }
        _ => json!({ "value": number }),
    }
}

/// `resource_tenant_user`; anything else is an ordinary user.
fn extension_user(id: &str, cloud: &str) -> Option<(&'static str, Value)> {
    let parts: Vec<&str> = id.split('_').collect();
    let &[resource, tenant, user] = parts.as_slice() else {
        return None;
    };
    let whole = !resource.is_empty() && !tenant.is_empty() && !user.is_empty();
    let model =
        json!({ "resourceId": resource, "tenantId": tenant, "userId": user, "cloud": cloud });
    whole.then_some(("teamsExtensionUser", model))
}
