// Case ts-server_endpoint_not-defined.
use crate::prelude::*;
use ts_server_endpoint_not_defined as c;

pub async fn run(r: &mut Report) {
    r.case("ts-server_endpoint_not-defined");
    let client = c::TsServerEndpointNotDefinedClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Server_Endpoint_NotDefined_valid",
        "HEAD /server/endpoint/not-defined/valid",
        client.valid()
    );
}
