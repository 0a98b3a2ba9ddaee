// Case az-client_overload.
use crate::prelude::*;
use az_client_overload as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_overload");
    let client = c::AzClientOverloadClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Client_Overload_list",
        "GET /client/overload/resources",
        client.list(),
        json!([{"id": "1", "name": "foo", "scope": "car"}, {"id": "2", "name": "bar", "scope": "bike"}])
    );
    same!(
        r,
        "Client_Overload_listByScope",
        "GET /client/overload/resources/car",
        client.list_by_scope("car"),
        json!([{"id": "1", "name": "foo", "scope": "car"}])
    );
}
