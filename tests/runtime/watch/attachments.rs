//! Attachments: which hosts get the token.

use acs_chat::{ChatClient, ChatClientOptions, ChatThreadClient, CommunicationTokenCredential};
use azure_core::http::{
    ClientOptions, RetryOptions,
    headers::{AUTHORIZATION, CONTENT_TYPE},
};
use std::sync::Arc;
use tests::{
    canned::{Canned, response},
    server::{Answer, JWT, Server},
};

fn thread(canned: &Arc<Canned>, endpoint: &str) -> ChatThreadClient {
    let mut options = ChatClientOptions::default();
    options.client_options = ClientOptions { retry: RetryOptions::none(), ..canned.options() };
    let credential = CommunicationTokenCredential::new(JWT).unwrap();
    ChatClient::new(endpoint, credential, Some(options)).unwrap().chat_thread_client("t")
}

fn image() -> Arc<Canned> {
    Canned::new(|_, _| response(&(200, &[("content-type", "image/png")], "PNG")))
}

#[tokio::test]
async fn attachments_of_the_service_are_downloaded_with_the_token() {
    for url in [
        "https://contoso.communication.azure.com/chat/threads/19:t@thread.v2/messages/1/images/2/views/small?api-version=2023-11-15-preview",
        "https://fabrikam.europe.communication.azure.com/x?api-version=1",
        "https://global.chat.prod.communication.microsoft.com/x?api-version=1",
        "https://chat.example/x?api-version=1",
    ] {
        let canned = image();
        let thread = thread(&canned, "https://chat.example");
        let call = thread.download_attachment(url);
        assert_eq!(&*call.clone().await.unwrap().collect().await.unwrap(), b"PNG");
        let response = call.response().await.unwrap();
        assert_eq!(response.headers().get_optional_str(&CONTENT_TYPE), Some("image/png"));
        let asked = canned.asked();
        assert_eq!(asked[0].url().as_str(), url);
        let token = asked[0].headers().get_optional_str(&AUTHORIZATION);
        assert_eq!(token, Some(&*format!("Bearer {JWT}")));
        assert_eq!(canned.header("accept"), "*/*");
    }
}

#[tokio::test]
async fn no_other_host_gets_the_token() {
    let canned = image();
    let thread = thread(&canned, "https://chat.example");
    for url in [
        "https://contoso.sharepoint.com/:u:/g/user/h8jTwB0Zl1AY",
        "https://communication.azure.com/x",
        "https://evilcommunication.azure.com/x",
        "https://a.communication.azure.com.evil.example/x",
        "https://a.communication.azure.com./x",
        "https://a.communication.azure.com@evil.example/x",
        "https://user@a.communication.azure.com/x",
        "https://a.communication.azure.com:8443/x",
        "http://a.communication.azure.com/x",
        "https://evil.example/?.communication.azure.com",
        "https://evil.example/#a.communication.azure.com",
        "https://chat.example:444/x",
        "http://chat.example/x",
        "file:///etc/passwd",
        "/chat/threads",
        "",
    ] {
        let error = thread.download_attachment(url).await.unwrap_err();
        assert!(error.to_string().contains("link"), "{url}: {error}");
    }
    assert!(canned.asked().is_empty());
}

#[tokio::test]
async fn an_origin_can_be_allowed() {
    let canned = image();
    let thread = thread(&canned, "https://chat.example");
    let call = thread.download_attachment("https://gateway.example/x");
    call.clone().allow_links_to("https://gateway.example").await.unwrap();
    assert!(call.allow_links_to("http://gateway.example").await.is_err());
    assert_eq!(canned.asked().len(), 1);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = Server::fixed(200, "PNG").await;
    let target = other.base.clone();
    let server = Server::start(move |_, _, _| Answer {
        status: 302,
        headers: vec![("location", format!("{target}/image"))],
        ..Answer::default()
    })
    .await;
    let url = format!("{}/image", server.base);
    let error = server.thread().download_attachment(url).await.unwrap_err();
    assert_eq!(error.http_status().map(u16::from), Some(302));
    assert_eq!(server.last().header("authorization"), format!("Bearer {JWT}"));
    assert!(other.seen().is_empty());
}
