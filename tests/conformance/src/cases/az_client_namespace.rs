// Case az-client_namespace.
use crate::prelude::*;
use az_client_namespace as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_namespace");
    let client = c::AzClientNamespaceClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Client_ClientNamespace",
        "GET /client/client-namespace/first",
        client.first_client().get_first(),
        json!({"name": "first"})
    );
    same!(
        r,
        "Client_ClientNamespace",
        "GET /client/client-namespace/second",
        client.second_client().get_second(),
        json!({"type": "second"})
    );
}
