// Case az-client_structure_multi-client.
use crate::prelude::*;
use az_client_structure_multi_client as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_structure_multi-client");
    let client =
        c::AzClientStructureMultiClient::new(&at("client/structure/multi-client"), None).unwrap();
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/one",
        client.one()
    );
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/two",
        client.two()
    );
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/three",
        client.foo_client().three()
    );
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/four",
        client.foo_client().four()
    );
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/five",
        client.bar_client().five()
    );
    done!(
        r,
        "Client_Structure_MultiClient",
        "POST /client/structure/multi-client/six",
        client.bar_client().six()
    );
}
