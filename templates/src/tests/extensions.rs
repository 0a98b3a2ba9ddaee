use crate::{
    models::{AddChatParticipantsResult, ChatParticipant, CreateChatThreadResult},
    runtime::communication::error::CommunicationError,
};

#[test]
fn failures_are_returned_with_their_participants() {
    let participant = |raw_id: &str| ChatParticipant { communication_identifier: raw_id.into() };
    let participants = ["8:acs:a", "8:orgid:b", "8:acs:c", "8:ACS:C"].map(participant);
    let error = |target: Option<&str>| {
        let mut error = CommunicationError::new("404", "no such user");
        error.target = target.map(str::to_owned);
        error
    };
    let expected = [
        (Some("8:acs:c"), Some("8:acs:c")),
        (Some("8:ACS:C"), Some("8:ACS:C")),
        (Some("8:Acs:A"), Some("8:acs:a")),
        (Some("8:acs:a"), Some("8:acs:a")),
        (None, Some("")),
        (Some("8:acs:stranger"), Some("8:acs:stranger")),
        (Some("8:orgid:b"), Some("8:orgid:b")),
    ];
    let invalid_participants = expected.map(|(target, _)| error(target)).to_vec();
    let added = AddChatParticipantsResult { invalid_participants: invalid_participants.clone() };
    let created = CreateChatThreadResult { invalid_participants };
    let raw_id = |it: ChatParticipant| Some(it.communication_identifier.to_string());
    let failures: Vec<_> = added
        .failures(&participants)
        .map(|(participant, error)| (error.target.clone(), raw_id(participant)))
        .collect();
    let owned = |id: Option<&str>| id.map(str::to_owned);
    assert_eq!(failures, expected.map(|(target, named)| (owned(target), owned(named))));
    assert_eq!(created.failures(&participants).count(), expected.len());
    assert_eq!(AddChatParticipantsResult::default().failures(&participants).count(), 0);
}
