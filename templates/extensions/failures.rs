//! Which participants could not be added, and why.

use crate::{
    models::{AddChatParticipantsResult, ChatParticipant, CreateChatThreadResult},
    runtime::communication::error::CommunicationError,
};

impl AddChatParticipantsResult {
    /// Those of `participants` that could not be added, each with the error that names its raw
    /// id. `participants` is what the call was given.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (&'a ChatParticipant, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

impl CreateChatThreadResult {
    /// Those of `participants` that could not be added, each with the error that names its raw
    /// id. `participants` is what the call was given.
    pub fn failures<'a>(
        &'a self,
        participants: &'a [ChatParticipant],
    ) -> impl Iterator<Item = (&'a ChatParticipant, &'a CommunicationError)> {
        failures(&self.invalid_participants, participants)
    }
}

fn failures<'a>(
    errors: &'a [CommunicationError],
    participants: &'a [ChatParticipant],
) -> impl Iterator<Item = (&'a ChatParticipant, &'a CommunicationError)> {
    participants.iter().filter_map(move |participant| {
        let raw_id = participant.communication_identifier.raw_id();
        let error = errors.iter().find(|error| error.target.as_deref() == Some(&*raw_id))?;
        Some((participant, error))
    })
}
