use crate::{
    models::{AddChatParticipantsResult, ChatParticipant, CreateChatThreadResult},
    runtime::communication::error::CommunicationError,
};

#[test]
fn failures_are_matched_by_raw_id() {
    let participant = |raw_id: &str| ChatParticipant { communication_identifier: raw_id.into() };
    let participants = ["8:acs:a", "8:orgid:b", "8:acs:c", "8:orgid:b"].map(participant);
    let error = |target: Option<&str>| {
        let mut error = CommunicationError::new("404", target.unwrap_or("nobody"));
        error.target = target.map(str::to_owned);
        error
    };
    let invalid_participants =
        vec![error(Some("8:acs:c")), error(None), error(Some("8:acs:x")), error(Some("8:orgid:b"))];
    let added = AddChatParticipantsResult { invalid_participants: invalid_participants.clone() };
    let created = CreateChatThreadResult { invalid_participants };
    let expected = [("8:orgid:b", "8:orgid:b"), ("8:acs:c", "8:acs:c"), ("8:orgid:b", "8:orgid:b")];
    let failures: Vec<_> = added.failures(&participants).collect();
    let shown = failures.iter().map(|(participant, error)| {
        (participant.communication_identifier.raw_id(), &*error.message)
    });
    assert!(shown.eq(expected.map(|(raw_id, message)| (raw_id.into(), message))));
    assert!(
        created.failures(&participants).map(|(_, error)| error).eq(failures.iter().map(|it| it.1))
    );
    assert_eq!(AddChatParticipantsResult::default().failures(&participants).count(), 0);
}
