//! The calls of the Identity API.

use super::{Arguments, Ours, entra_credential, set, unknown};
use acs_chat::identity::{CommunicationIdentityClient, models::CommunicationIdentityAccessToken};
use azure_core::Result;
use serde_json::{Value, json};

impl Ours {
    pub(super) fn resource(&self) -> Result<CommunicationIdentityClient> {
        CommunicationIdentityClient::from_connection_string(&self.connection_string, None)
    }

    pub(super) fn entra(&self) -> Result<CommunicationIdentityClient> {
        CommunicationIdentityClient::new(&self.endpoint, entra_credential(), None)
    }
}

pub(super) async fn make(
    call: &str,
    identity: CommunicationIdentityClient,
    with: Arguments,
) -> Result<Value> {
    Ok(match call {
        "create_user" => json!({ "id": identity.create_user().await?.identity.id }),
        "create_user_and_token" => {
            let call = identity.create_user_and_token(with.scopes);
            let (user, issued) = set!(call, with: expires_in_minutes).await?;
            json!({ "id": user.id, "token": issued.token })
        }
        "delete_user" => json!(identity.delete_user(&with.id).await?),
        "get_token" => {
            let call = identity.get_token(&with.id, with.scopes);
            token(set!(call, with: expires_in_minutes).await?)
        }
        "revoke_tokens" => json!(identity.revoke_tokens(&with.id).await?),
        "get_token_for_teams_user" => {
            let call = identity.get_token_for_teams_user(with.token, with.app_id, with.user_id);
            token(call.await?)
        }
        _ => return Err(unknown(call)),
    })
}

fn token(issued: CommunicationIdentityAccessToken) -> Value {
    json!({ "token": issued.token })
}
