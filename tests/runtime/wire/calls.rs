//! Calls are values and futures: cloned, spawned, joined, timed out, dropped.

use acs_chat::{ChatClientOptions, CommunicationTokenCredential};
use async_trait::async_trait;
use azure_core::{
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    http::{
        ClientOptions, Context, Request,
        policies::{Policy, PolicyResult},
        request::options::ClientRequestId,
    },
};
use std::sync::{Arc, Mutex};
use tests::server::{Server, retrying};

#[tokio::test]
async fn nothing_is_sent_before_a_call_is_awaited() {
    let server = Server::fixed(201, r#"{"id":"7"}"#).await;
    let call = server.thread().send_message("x");
    let again = call.clone();
    drop(call.clone().into_future());
    assert!(server.seen().is_empty());
    tokio::spawn(call.into_future()).await.unwrap().unwrap();
    tokio::spawn(again.response()).await.unwrap().unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_calls_future_is_small() {
    let server = Server::fixed(201, "").await;
    // malloc is slow above.
    let future = server.thread().send_message("m").into_future();
    assert!(size_of_val(&*future) <= 1032, "{}", size_of_val(&*future));
}

#[tokio::test]
async fn a_context_and_own_policies_reach_the_pipeline() {
    #[derive(Debug)]
    struct Own(Mutex<Vec<String>>);
    #[async_trait]
    impl Policy for Own {
        async fn send(
            &self,
            context: &Context,
            request: &mut Request,
            next: &[Arc<dyn Policy>],
        ) -> PolicyResult {
            self.0.lock().unwrap().push(request.url().path().to_owned());
            request.insert_header("x-own", "yes");
            next[0].send(context, request, &next[1..]).await
        }
    }
    let server = Server::fixed(204, "").await;
    let own = Arc::new(Own(Mutex::default()));
    let chat =
        server.chat_with(ClientOptions { per_call_policies: vec![own.clone()], ..retrying() });
    let context = Context::new().with_value(ClientRequestId::new("my-id".to_owned()));
    chat.delete_chat_thread("t").context(context).await.unwrap();
    assert_eq!(server.last().header("x-ms-client-request-id"), "my-id");
    assert_eq!(server.last().header("x-own"), "yes");
    assert_eq!(*own.0.lock().unwrap(), ["/chat/threads/t"]);
}

#[tokio::test]
async fn the_api_version_is_an_option_of_the_client() {
    let server = Server::fixed(204, "").await;
    let mut options = ChatClientOptions::default();
    options.api_version = "2024-03-07".to_owned();
    let credential = CommunicationTokenCredential::new(tests::server::JWT).unwrap();
    let chat = acs_chat::ChatClient::new(&format!("{}/", server.base), credential, Some(options));
    let chat = chat.unwrap();
    assert_eq!(chat.endpoint().as_str(), format!("{}/", server.base));
    chat.delete_chat_thread("t").await.unwrap();
    assert_eq!(server.last().target, "/chat/threads/t?api-version=2024-03-07");
    assert_eq!(chat.chat_thread_client("t").chat_thread_id(), "t");
}

#[tokio::test]
async fn any_token_credential_will_do_and_its_error_is_told() {
    #[derive(Debug)]
    struct Broken;
    #[async_trait]
    impl TokenCredential for Broken {
        async fn get_token(
            &self,
            _: &[&str],
            _: Option<TokenRequestOptions<'_>>,
        ) -> azure_core::Result<AccessToken> {
            Err(azure_core::Error::with_message(
                azure_core::error::ErrorKind::Credential,
                "no token today",
            ))
        }
    }
    let server = Server::fixed(204, "").await;
    let chat = acs_chat::ChatClient::new(&server.base, Arc::new(Broken), None).unwrap();
    let error = chat.delete_chat_thread("t").await.unwrap_err();
    assert!(error.to_string().contains("no token today"), "{error}");
    assert!(server.seen().is_empty());
}
