//! Identifiers of users, phone numbers and apps: raw ids, and the JSON in which they travel.

use crate::failure::Failure;
use serde_json::{Map, Value, json};

/// The raw id of an identifier in a request. An explicit raw id wins over a nested model.
pub(crate) fn raw_id(model: &Value) -> Result<String, Failure> {
    let wrong = |message| Failure::bad_request("communicationIdentifier", message);
    let text = |model: &Value, name: &str| model[name].as_str().unwrap_or_default().to_owned();
    let nested: Vec<(&str, &Value)> =
        NESTED.iter().filter_map(|name| Some((*name, model.get(*name)?))).collect();
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

/// Writes the clouds of identifiers in small letters: Microsoft's Python client has capitals.
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

/// The cloud as raw ids spell it; the public one is called after its organization ids.
fn cloud(model: &Value) -> &str {
    match model["cloud"].as_str() {
        None | Some("public") => "orgid",
        Some(cloud) => cloud,
    }
}

/// The identifier of a raw id, as responses carry it.
pub(crate) fn model(raw_id: &str) -> Value {
    let mut model = Map::from_iter([("rawId".to_owned(), raw_id.into())]);
    let (kind, nested) = nested(raw_id);
    model.insert("kind".to_owned(), kind.into());
    if let Some(nested) = nested {
        model.insert(kind.to_owned(), nested);
    }
    model.into()
}

fn nested(raw_id: &str) -> (&'static str, Option<Value>) {
    if let Some(number) = raw_id.strip_prefix("4:") {
        return ("phoneNumber", Some(phone_number(number)));
    }
    let segments: Vec<&str> = raw_id.split(':').collect();
    let &[kind, space, id] = segments.as_slice() else {
        return ("unknown", None);
    };
    let teams_user = |cloud| ("microsoftTeamsUser", Some(json!({ "userId": id, "cloud": cloud })));
    let teams_app = |cloud| ("microsoftTeamsApp", Some(json!({ "appId": id, "cloud": cloud })));
    let user = ("communicationUser", Some(json!({ "id": raw_id })));
    match (kind, space) {
        ("8", "teamsvisitor") => {
            ("microsoftTeamsUser", Some(json!({ "userId": id, "isAnonymous": true })))
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
        _ => ("unknown", None),
    }
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
fn extension_user(id: &str, cloud: &str) -> Option<(&'static str, Option<Value>)> {
    let parts: Vec<&str> = id.split('_').collect();
    let &[resource, tenant, user] = parts.as_slice() else {
        return None;
    };
    let whole = !resource.is_empty() && !tenant.is_empty() && !user.is_empty();
    let model =
        json!({ "resourceId": resource, "tenantId": tenant, "userId": user, "cloud": cloud });
    whole.then_some(("teamsExtensionUser", Some(model)))
}
