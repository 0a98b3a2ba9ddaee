use super::{
    sample::{ThreadClient, options},
    server::Server,
};
use crate::runtime::transport::{default_transport, without_redirects};
use azure_core::http::ClientOptions;

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = Server::fixed(201, r#"{"id":"7"}"#).await;
    let target = other.base.clone();
    let server = Server::start(move |_, number, _| {
        let status = [301, 302, 303, 307, 308][number % 5];
        (status, vec![("location", format!("{target}/x"))], String::new())
    })
    .await;
    let follows = reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(10));
    let transport = Some(without_redirects(follows).unwrap());
    let mine = ClientOptions { transport, ..options() };
    for options in [options(), mine] {
        let thread = ThreadClient::new(&server.base, "t", options).unwrap();
        for status in [301, 302, 303, 307, 308] {
            let error = thread.send_message("SECRET").await.unwrap_err();
            assert_eq!(error.http_status().map(u16::from), Some(status));
        }
    }
    assert!(other.seen().is_empty());
}

#[test]
fn every_endpoint_has_a_transport() {
    for endpoint in ["https://a.example", "http://a.example", "http://localhost:1", "http://[::1]"]
    {
        default_transport(&endpoint.parse().unwrap()).unwrap();
    }
}
