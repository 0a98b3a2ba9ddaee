use crate::runtime::communication::event_data::correct;
use azure_core::Value;
use serde_json::json;

fn corrected(mut data: Value) -> Value {
    correct(data.as_object_mut().expect("data is an object"));
    data
}

#[test]
fn a_version_of_digits_is_a_number() {
    assert_eq!(
        corrected(json!({ "version": "1613782814333" })),
        json!({ "version": 1613782814333_u64 })
    );
    for version in [json!(7), json!("seven"), json!(""), json!(null)] {
        let data = json!({ "version": version });
        assert_eq!(corrected(data.clone()), data, "it is left alone");
    }
}

#[test]
fn types_of_messages_are_those_of_the_api() {
    let names = [
        ("Text", "text"),
        ("text", "text"),
        ("Html", "html"),
        ("RichText/Html", "html"),
        ("TopicUpdated", "topicUpdated"),
        ("Card", "Card"),
        ("", ""),
    ];
    for (event, api) in names {
        assert_eq!(corrected(json!({ "type": event })), json!({ "type": api }));
    }
    assert_eq!(corrected(json!({ "type": 7 })), json!({ "type": 7 }));
}

#[test]
fn old_properties_have_their_new_names_too() {
    let member = json!({ "displayName": "Bob", "memberId": "8:acs:r_b" });
    let participant = json!({ "displayName": "Bob", "participantCommunicationIdentifier": { "rawId": "8:acs:r_b" } });
    let data = corrected(json!({
        "addedBy": "8:acs:r_a", "recipientId": "8:acs:r_c", "memberAdded": member,
        "members": [member, { "memberId": "8:acs:r_d" }],
    }));
    assert_eq!(data["addedByCommunicationIdentifier"], json!({ "rawId": "8:acs:r_a" }));
    assert_eq!(data["recipientCommunicationIdentifier"], json!({ "rawId": "8:acs:r_c" }));
    assert_eq!(data["participantAdded"], participant);
    let nameless = json!({ "participantCommunicationIdentifier": { "rawId": "8:acs:r_d" } });
    assert_eq!(data["participants"], json!([participant, nameless]));
}

#[test]
fn new_properties_are_not_replaced() {
    let new = json!({ "rawId": "8:acs:r_a", "communicationUser": { "id": "8:acs:r_a" } });
    let data = corrected(json!({ "senderId": "8:acs:r_b", "senderCommunicationIdentifier": new }));
    assert_eq!(data["senderCommunicationIdentifier"], new);
    let data = json!({ "senderId": 7, "members": [{ "displayName": "no id" }], "memberAdded": [] });
    assert_eq!(corrected(data.clone()), data, "values of other types are left alone");
}
