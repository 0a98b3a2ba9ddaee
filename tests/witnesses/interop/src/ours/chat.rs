//! The calls of the Chat API.

use super::{Arguments, Ours, Participant, entra_credential, set, unknown};
use acs_chat::{
    ChatClient, ChatThreadClient, CommunicationError, CommunicationIdentifier,
    CommunicationTokenCredential, EntraCommunicationTokenCredential,
    EntraCommunicationTokenCredentialOptions, Page,
    models::{ChatMessage, ChatMessageReadReceipt, ChatParticipant, ChatThreadProperties},
};
use azure_core::Result;
use futures::{Stream, TryStreamExt};
use serde_json::{Value, json};
use std::collections::HashMap;

impl Ours {
    pub(super) fn user(&self, token: String) -> Result<ChatClient> {
        ChatClient::new(&self.endpoint, CommunicationTokenCredential::new(token)?, None)
    }

    pub(super) fn user_of_entra(&self, scopes: Vec<String>) -> Result<ChatClient> {
        let mut options = EntraCommunicationTokenCredentialOptions::default();
        options.scopes = scopes;
        let credential = EntraCommunicationTokenCredential::new(
            &self.endpoint,
            entra_credential(),
            Some(options),
        )?;
        ChatClient::new(&self.endpoint, credential, None)
    }
}

pub(super) async fn make(call: &str, chat: ChatClient, with: Arguments) -> Result<Value> {
    Ok(match call {
        "create_chat_thread" => create(&chat, with).await?,
        "list_chat_threads" => {
            let list = set!(chat.list_chat_threads(), with: max_page_size start_time);
            listed(list.clone().items(), list.pages(), with.by_page, |thread| json!(thread.topic))
                .await?
        }
        "delete_chat_thread" => json!(chat.delete_chat_thread(&with.thread).await?),
        _ => make_in_thread(call, chat.chat_thread_client(&with.thread), with).await?,
    })
}

async fn make_in_thread(call: &str, thread: ChatThreadClient, with: Arguments) -> Result<Value> {
    Ok(match call {
        "get_properties" => properties(&thread.get_properties().await?),
        "update_topic" => json!(thread.update_properties().topic(with.topic).await?),
        "update_properties" => {
            let mut call = thread.update_properties().topic(with.topic);
            if let Some(metadata) = with.metadata {
                call = call.metadata(changed(metadata));
            }
            json!(set!(call, with: retention_policy).await?)
        }
        "send_message" => {
            let call = thread.send_message(with.content.unwrap_or_default());
            let call = set!(call, with: message_type sender_display_name metadata);
            json!({ "id": call.await?.id })
        }
        "get_message" => message(&thread.get_message(&with.message).await?),
        "update_message" => {
            let mut call = set!(thread.update_message(&with.message), with: content);
            if let Some(metadata) = with.metadata {
                call = call.metadata(changed(metadata));
            }
            json!(call.await?)
        }
        "delete_message" => json!(thread.delete_message(&with.message).await?),
        "list_messages" => {
            let list = set!(thread.list_messages(), with: max_page_size start_time);
            listed(list.clone().items(), list.pages(), with.by_page, message).await?
        }
        "list_participants" => {
            let list = set!(thread.list_participants(), with: max_page_size skip);
            let raw_id = |item: &ChatParticipant| json!(item.communication_identifier.raw_id());
            listed(list.clone().items(), list.pages(), with.by_page, raw_id).await?
        }
        "add_participants" => {
            let added = thread.add_participants(participants(with.participants)).await?;
            refused(&added.invalid_participants)
        }
        "remove_participant" => {
            let participant = CommunicationIdentifier::from_raw_id(with.participant);
            json!(thread.remove_participant(participant).await?)
        }
        "send_typing_notification" => {
            json!(set!(thread.send_typing_notification(), with: sender_display_name).await?)
        }
        "send_read_receipt" => json!(thread.send_read_receipt(with.message).await?),
        "list_read_receipts" => {
            let list = set!(thread.list_read_receipts(), with: max_page_size skip);
            let message_id = |item: &ChatMessageReadReceipt| json!(item.chat_message_id);
            listed(list.clone().items(), list.pages(), with.by_page, message_id).await?
        }
        _ => return Err(unknown(call)),
    })
}

async fn create(chat: &ChatClient, with: Arguments) -> Result<Value> {
    let mut call =
        chat.create_chat_thread(with.topic).participants(participants(with.participants));
    if let Some(id) = with.idempotency_token {
        call = call.repeatability_request_id(id);
    }
    let created = set!(call, with: metadata retention_policy).await?;
    let mut value = properties(&created.chat_thread.expect("a created thread"));
    value["refused"] = refused(&created.invalid_participants);
    Ok(value)
}

fn participants(given: Vec<Participant>) -> Vec<ChatParticipant> {
    given
        .into_iter()
        .map(|one| {
            let identifier = CommunicationIdentifier::from_raw_id(one.raw_id);
            set!(ChatParticipant::new(identifier), one: display_name share_history_time metadata)
        })
        .collect()
}

fn changed(metadata: HashMap<String, String>) -> HashMap<String, Option<String>> {
    metadata.into_iter().map(|(name, value)| (name, Some(value))).collect()
}

fn refused(errors: &[CommunicationError]) -> Value {
    errors.iter().map(|error| json!(error.target)).collect()
}

fn properties(thread: &ChatThreadProperties) -> Value {
    json!({
        "id": thread.id,
        "topic": thread.topic,
        "createdBy": thread.created_by_communication_identifier.raw_id(),
    })
}

fn message(found: &ChatMessage) -> Value {
    json!({
        "type": found.message_type.as_str(),
        "text": found.content.as_ref().and_then(|content| content.message.as_ref()),
        "sender": found.sender_communication_identifier.as_ref().map(|sender| sender.raw_id()),
        "senderDisplayName": found.sender_display_name,
        "metadata": found.metadata,
        "edited": found.edited_on.is_some(),
        "deleted": found.deleted_on.is_some(),
    })
}

/// Lists by item or by page, as the step says. The other stream is dropped, and sends nothing.
async fn listed<T>(
    items: impl Stream<Item = Result<T>>,
    pages: impl Stream<Item = Result<Page<T>>>,
    by_page: bool,
    show: impl Fn(&T) -> Value,
) -> Result<Value> {
    Ok(if by_page {
        let pages: Vec<Page<T>> = pages.try_collect().await?;
        pages.iter().map(|page| page.iter().map(&show).collect::<Value>()).collect()
    } else {
        let items: Vec<T> = items.try_collect().await?;
        items.iter().map(show).collect()
    })
}
