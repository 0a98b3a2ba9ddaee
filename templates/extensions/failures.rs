//! The participants that could not be added.

use crate::{
    models::{AddChatParticipantsResult, ChatParticipant, CreateChatThreadResult},
    runtime::communication::error::CommunicationError,
};

impl AddChatParticipantsResult {
    /// Returns every error of the result, with the participant that it names as its target.
    ///
    /// Pass the `participants` that you passed to the call. If none of them is the target of the
    /// error, the participant is a new one with the target as its raw id, which is empty if the
    /// error has no target. The iterator is empty if and only if all participants were added.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (ChatParticipant, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

impl CreateChatThreadResult {
    /// Returns every error of the result, with the participant that it names as its target.
    ///
    /// Pass the `participants` that you passed to the call. If none of them is the target of the
    /// error, the participant is a new one with the target as its raw id, which is empty if the
    /// error has no target. The iterator is empty if and only if all participants were added.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (ChatParticipant, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

fn failures<'a>(
    errors: &'a [CommunicationError],
    participants: &'a [ChatParticipant],
) -> impl Iterator<Item = (ChatParticipant, &'a CommunicationError)> {
    errors.iter().map(move |error| {
        let target = || ChatParticipant::new(error.target.clone().unwrap_or_default());
        (named(error, participants).cloned().unwrap_or_else(target), error)
    })
}

/// The participant whose raw id is the target of the error, preferably in the same case.
fn named<'a>(
    error: &CommunicationError,
    participants: &'a [ChatParticipant],
) -> Option<&'a ChatParticipant> {
    let target = error.target.as_deref()?;
    let find = |is_equal: fn(&str, &str) -> bool| {
        let mut participants = participants.iter();
        participants.find(|it| is_equal(&it.communication_identifier.raw_id(), target))
    };
    find(|raw_id, target| raw_id == target).or_else(|| find(str::eq_ignore_ascii_case))
}
