use crate::runtime::communication::identifier::*;
use proptest::prelude::*;
use serde_json::{Value, from_str, from_value, json, to_string, to_value};
use std::{borrow::Cow, collections::HashSet};

type Id = CommunicationIdentifier;

fn user(id: &str) -> Id {
    CommunicationUserIdentifier::new(id).into()
}

fn unknown(raw_id: &str) -> Id {
    UnknownIdentifier::new(raw_id).into()
}

fn phone(number: &str) -> PhoneNumberIdentifier {
    PhoneNumberIdentifier::new(number)
}

fn teams(id: &str) -> MicrosoftTeamsUserIdentifier {
    MicrosoftTeamsUserIdentifier::new(id)
}

fn app(id: &str) -> MicrosoftTeamsAppIdentifier {
    MicrosoftTeamsAppIdentifier::new(id)
}

fn extension(user: &str, tenant: &str, resource: &str) -> TeamsExtensionUserIdentifier {
    TeamsExtensionUserIdentifier::new(user, tenant, resource)
}

/// Shows all fields, because equality compares only raw ids.
fn fields(id: &Id) -> String {
    match id {
        Id::PhoneNumber(it) => {
            format!("{} {} {:?} {:?}", it.phone_number, it.is_anonymous, it.asserted_id, it.raw_id)
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn raw_ids_convert_in_both_directions() {
    use CommunicationCloud::{Dod, Gcch};
    for (raw_id, identifier) in [
        ("8:acs:r_u", user("8:acs:r_u")),
        ("8:acs:", user("8:acs:")),
        ("8:acs:r", user("8:acs:r")),
        ("8:acs:r_t_u_x", user("8:acs:r_t_u_x")),
        ("8:acs:r__u", user("8:acs:r__u")),
        ("8:acs:_t_u", user("8:acs:_t_u")),
        ("8:acs:r_t_", user("8:acs:r_t_")),
        ("8:dod-acs:r_u", user("8:dod-acs:r_u")),
        ("8:gcch-acs:r_u", user("8:gcch-acs:r_u")),
        ("8:spool:u", user("8:spool:u")),
        ("8:spool:r_t_u", user("8:spool:r_t_u")),
        ("8:acs:r_t_u", extension("u", "t", "r").into()),
        ("8:dod-acs:r_t_u", extension("u", "t", "r").cloud(Dod).into()),
        ("8:gcch-acs:r_t_u", extension("u", "t", "r").cloud(Gcch).into()),
        ("4:+14255550123", phone("+14255550123").into()),
        ("4:+14255550123_7", phone("+14255550123_7").into()),
        ("4:anonymous", phone("anonymous").into()),
        ("4:+1_2_", phone("+1_2_").into()),
        ("4:8:acs:x:y", phone("8:acs:x:y").into()),
        ("4:", phone("").into()),
        ("8:teamsvisitor:v", teams("v").is_anonymous(true).into()),
        ("8:orgid:u", teams("u").into()),
        ("8:orgid:", teams("").into()),
        ("8:dod:u", teams("u").cloud(Dod).into()),
        ("8:gcch:u", teams("u").cloud(Gcch).into()),
        ("28:orgid:a", app("a").into()),
        ("28:dod:a", app("a").cloud(Dod).into()),
        ("28:gcch:a", app("a").cloud(Gcch).into()),
        ("", unknown("")),
        (":", unknown(":")),
        ("::", unknown("::")),
        ("4", unknown("4")),
        ("8:acs", unknown("8:acs")),
        ("8:acs:x:y", unknown("8:acs:x:y")),
        ("8:orgid:x:", unknown("8:orgid:x:")),
        ("8:ACS:r_u", unknown("8:ACS:r_u")),
        ("8:public:u", unknown("8:public:u")),
        ("28:acs:r_u", unknown("28:acs:r_u")),
        ("28:teamsvisitor:u", unknown("28:teamsvisitor:u")),
        ("28:app", unknown("28:app")),
        ("48:x:y", unknown("48:x:y")),
        (" 8:acs:x", unknown(" 8:acs:x")),
    ] {
        let read = Id::from_raw_id(raw_id);
        assert_eq!(fields(&read), fields(&identifier), "{raw_id}");
        assert_eq!(identifier.raw_id(), raw_id);
        assert_eq!(identifier.to_string(), raw_id);
        assert_eq!(raw_id.parse::<Id>().unwrap(), identifier);
        assert_eq!(Id::from(&raw_id.to_owned()), identifier);
    }
}

#[test]
fn phone_numbers_have_an_asserted_id_after_the_last_underscore() {
    for (number, asserted_id) in [
        ("+1", None),
        ("+1_2", Some("2")),
        ("+1_2_3", Some("3")),
        ("+1_", None),
        ("anonymous", None),
    ] {
        let it = phone(number);
        assert_eq!(
            (it.asserted_id.as_deref(), it.is_anonymous),
            (asserted_id, number == "anonymous")
        );
    }
    assert!(!phone("Anonymous").is_anonymous && !phone("anonymous_1").is_anonymous);
    assert_eq!(
        format!("{:?}", Id::from("4:+1425SECRET")),
        "PhoneNumber(PhoneNumberIdentifier { is_anonymous: false, .. })"
    );
}

#[test]
fn identifiers_are_equal_when_their_raw_ids_are() {
    let same = [
        teams("u").cloud(CommunicationCloud::Dod).into(),
        Id::from_raw_id("8:dod:u"),
        teams("other").raw_id("8:dod:u").into(),
        unknown("8:dod:u"),
    ];
    for id in &same {
        assert_eq!(id, &same[0]);
    }
    assert_eq!(HashSet::from(same).len(), 1);
    assert_ne!(Id::from("8:dod:u"), Id::from("8:dod:U"));
    assert_ne!(teams("u"), teams("u").is_anonymous(true));
    assert_eq!(phone("x"), phone("y").raw_id("4:x"));
    assert_eq!(extension("u", "t", "r"), extension("", "", "").raw_id("8:acs:r_t_u"));
    assert_eq!(HashSet::from([app("a"), app("b").raw_id("28:orgid:a")]).len(), 1);
}

#[test]
fn changing_a_field_changes_the_raw_id() {
    let Id::MicrosoftTeamsUser(mut it) = Id::from("8:orgid:u") else { panic!() };
    it.cloud = CommunicationCloud::Gcch;
    assert_eq!(Id::from(*it).raw_id(), "8:gcch:u");
}

#[test]
fn the_raw_id_of_a_user_is_borrowed() {
    for id in [user("8:acs:a_b"), unknown("x"), teams("u").raw_id("x").into()] {
        assert!(matches!(id.raw_id(), Cow::Borrowed(_)), "{id:?}");
    }
    assert!(size_of::<Id>() <= 32, "rare kinds are boxed");
}

#[test]
fn requests_contain_the_raw_id_and_the_nested_model_without_kind() {
    for (identifier, json) in [
        (user("8:acs:a"), json!({"rawId": "8:acs:a", "communicationUser": {"id": "8:acs:a"}})),
        (phone("+1").into(), json!({"rawId": "4:+1", "phoneNumber": {"value": "+1"}})),
        (
            phone("+1_2").into(),
            json!({"rawId": "4:+1_2", "phoneNumber": {"value": "+1_2", "assertedId": "2"}}),
        ),
        (
            phone("anonymous").into(),
            json!({"rawId": "4:anonymous", "phoneNumber": {"value": "anonymous", "isAnonymous": true}}),
        ),
        (
            teams("u").into(),
            json!({"rawId": "8:orgid:u", "microsoftTeamsUser": {"userId": "u", "isAnonymous": false, "cloud": "public"}}),
        ),
        (
            teams("v").is_anonymous(true).raw_id("x").into(),
            json!({"rawId": "x", "microsoftTeamsUser": {"userId": "v", "isAnonymous": true, "cloud": "public"}}),
        ),
        (
            app("a").cloud("dod").into(),
            json!({"rawId": "28:dod:a", "microsoftTeamsApp": {"appId": "a", "cloud": "dod"}}),
        ),
        (
            extension("u", "t", "r").cloud(CommunicationCloud::Gcch).into(),
            json!({"rawId": "8:gcch-acs:r_t_u", "teamsExtensionUser": {"userId": "u", "tenantId": "t", "resourceId": "r", "cloud": "gcch"}}),
        ),
        (unknown("77:x"), json!({"rawId": "77:x"})),
    ] {
        assert_eq!(to_value(&identifier).unwrap(), json);
        let read: Id = from_value(json).unwrap();
        assert_eq!(fields(&read), fields(&identifier), "what is sent is read");
    }
}

#[test]
fn responses_are_read_with_and_without_kind_raw_id_and_null() {
    for (json, expected) in [
        (r#"{"communicationUser":{"id":"8:acs:a"}}"#, user("8:acs:a")),
        (
            r#"{"kind":"communicationUser","rawId":"8:acs:a","communicationUser":{"id":"8:acs:a"}}"#,
            user("8:acs:a"),
        ),
        (r#"{"rawId":"8:acs:a","communicationUser":{"id":"8:acs:b"}}"#, user("8:acs:a")),
        (r#"{"rawId":"","communicationUser":{"id":"8:acs:b"}}"#, user("8:acs:b")),
        (r#"{"rawId":"8:acs:q\"x","communicationUser":{"id":"8:acs:q\"x"}}"#, user("8:acs:q\"x")),
        (
            r#"{"kind":null,"rawId":null,"communicationUser":null,"phoneNumber":{"value":"+1","isAnonymous":null,"assertedId":null},"microsoftTeamsUser":null,"microsoftTeamsApp":null,"teamsExtensionUser":null}"#,
            phone("+1").into(),
        ),
        (
            r#"{"rawId":"4:+1","phoneNumber":{"value":"+1","isAnonymous":true,"assertedId":"9"}}"#,
            phone("+1").is_anonymous(true).asserted_id("9").into(),
        ),
        (
            r#"{"microsoftTeamsUser":{"userId":"u","cloud":"gcch"}}"#,
            teams("u").cloud("gcch").into(),
        ),
        (
            r#"{"microsoftTeamsUser":{"userId":"u","isAnonymous":null,"cloud":null}}"#,
            teams("u").into(),
        ),
        (
            r#"{"microsoftTeamsUser":{"userId":"u","cloud":"GCCH"}}"#,
            teams("u").cloud("gcch").into(),
        ),
        (
            r#"{"rawId":"8:mars:u","microsoftTeamsUser":{"userId":"u","isAnonymous":false,"cloud":"mars"}}"#,
            teams("u").cloud("mars").into(),
        ),
        (r#"{"rawId":"x","microsoftTeamsUser":{"userId":"u"}}"#, teams("u").raw_id("x").into()),
        (r#"{"microsoftTeamsApp":{"appId":"a"}}"#, app("a").into()),
        (
            r#"{"teamsExtensionUser":{"userId":"u","tenantId":"t","resourceId":"r","cloud":"dod"}}"#,
            extension("u", "t", "r").cloud("dod").into(),
        ),
        (r#"{"kind":"hologram","rawId":"77:x","hologram":{"id":1}}"#, unknown("77:x")),
        (r#"{"kind":7,"rawId":"8:acs:a"}"#, user("8:acs:a")),
        (r#"{"kind":"hologram","rawId":"8:acs:a"}"#, user("8:acs:a")),
        (r#"{"kind":"x","rawId":"8:orgid:u","x":{"y":1}}"#, teams("u").into()),
        (r#"{"kind":"unknown","rawId":"28:x"}"#, unknown("28:x")),
    ] {
        let read: Id = from_str(json).unwrap();
        assert_eq!(fields(&read), fields(&expected), "{json}");
        let read: Id = from_value(from_str(json).unwrap()).unwrap();
        assert_eq!(fields(&read), fields(&expected), "from a value, which lends nothing: {json}");
    }
}

#[test]
fn invalid_identifiers_are_errors() {
    for json in [
        r#"{"rawId":"x","communicationUser":{"id":"a"},"phoneNumber":{"value":"+1"}}"#,
        r#"{"microsoftTeamsUser":{"userId":"u"},"microsoftTeamsApp":{"appId":"a"}}"#,
        "{}",
        r#"{"rawId":null}"#,
        r#"{"rawId":""}"#,
        r#"{"kind":"communicationUser"}"#,
        r#"{"communicationUser":{}}"#,
        r#"{"communicationUser":{"id":null}}"#,
        r#"{"communicationUser":{"id":""}}"#,
        r#"{"rawId":"","communicationUser":{"id":""}}"#,
        r#"{"teamsExtensionUser":{"userId":"u"}}"#,
        r#""8:acs:a""#,
        "null",
    ] {
        assert!(from_str::<Id>(json).is_err(), "{json}");
    }
}

#[test]
fn an_identifier_without_a_raw_id_cannot_be_written() {
    for empty in [unknown(""), user(""), phone("+1").raw_id("").into()] {
        let error = to_string(&empty).unwrap_err();
        assert_eq!(error.to_string(), "raw_id is empty", "{empty:?}");
    }
}

/// As in the examples of Microsoft's description, where no identifier has a kind.
#[test]
fn the_examples_of_the_description_round_trip_exactly() {
    let json = r#"{"rawId":"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b","communicationUser":{"id":"8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b"}}"#;
    assert_eq!(to_string(&from_str::<Id>(json).unwrap()).unwrap(), json);
}

#[test]
fn clouds_round_trip() {
    for (json, cloud) in [
        (json!("public"), CommunicationCloud::Public),
        (json!("dod"), CommunicationCloud::Dod),
        (json!("gcch"), CommunicationCloud::Gcch),
        (json!("mars"), CommunicationCloud::UnknownValue("mars".into())),
    ] {
        assert_eq!(from_value::<CommunicationCloud>(json.clone()).unwrap(), cloud);
        assert_eq!(to_value(&cloud).unwrap(), json);
    }
    assert_eq!(CommunicationCloud::from("DOD"), CommunicationCloud::Dod);
}

/// Texts that look like raw ids, and any others.
fn raw_ids() -> impl Strategy<Value = String> {
    let first = prop_oneof![Just("4"), Just("8"), Just("28"), Just("")];
    let second = prop::sample::select(vec![
        "acs",
        "dod-acs",
        "gcch-acs",
        "spool",
        "teamsvisitor",
        "orgid",
        "dod",
        "gcch",
        "public",
        "",
    ]);
    prop_oneof![
        any::<String>(),
        (first, second, "[a_:\"é]{0,7}").prop_map(|(a, b, c)| format!("{a}:{b}:{c}")),
        "4:[+0-9_]{0,5}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_the_raw_id_of_an_identifier(raw_id in raw_ids()) {
        let identifier = Id::from_raw_id(&raw_id);
        prop_assert_eq!(identifier.raw_id(), &*raw_id);
        if !raw_id.is_empty() {
            let json: Value = to_value(&identifier).unwrap();
            prop_assert!(json.as_object().unwrap().len() <= 2);
            let read: Id = from_str(&json.to_string()).unwrap();
            prop_assert_eq!(fields(&read), fields(&identifier));
        }
    }
}

#[test]
fn an_unknown_kind_round_trips() {
    for json in [
        json!({"rawId": "9:x", "kind": "futureKind", "futureKind": {"deep": [1, null]}, "new": null}),
        json!({"rawId": "9:x", "kind": "futureKind"}),
        json!({"rawId": "9:x"}),
    ] {
        let id: Id = serde_json::from_str(&json.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&id).unwrap(), json);
        assert_eq!(id, unknown("9:x"), "identifiers are equal by raw id");
        let Id::Unknown(it) = serde_json::from_value(json.clone()).unwrap() else { panic!() };
        assert_eq!(it.fields.get("kind"), json.get("kind"));
        assert!(!format!("{it:?}").contains("deep"));
    }
}

#[test]
fn identifiers_have_the_order_of_their_raw_ids() {
    let sorted = ["28:orgid:a", "4:+1", "8:acs:a", "8:acs:b", "8:orgid:a", "9:x"];
    let mut identifiers: Vec<_> = sorted.iter().rev().map(|it| Id::from(*it)).collect();
    identifiers.sort();
    assert_eq!(identifiers.iter().map(ToString::to_string).collect::<Vec<_>>(), sorted);
    let users = ["a", "b"].map(MicrosoftTeamsUserIdentifier::new);
    assert!(users[0] < users[1] && users.iter().max() == Some(&users[1]));
}
