// Case az-client_structure_default.
use crate::prelude::*;
use az_client_structure_default as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_structure_default");
    let client =
        c::AzClientStructureDefaultClient::new(&at("client/structure/default"), None).unwrap();
    done!(r, "Client_Structure_Service", "POST /client/structure/default/one", client.one());
    done!(r, "Client_Structure_Service", "POST /client/structure/default/two", client.two());
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/three",
        client.foo_client().three()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/four",
        client.foo_client().four()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/five",
        client.bar_client().five()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/six",
        client.bar_client().six()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/seven",
        client.foo_client().seven()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/eight",
        client.qux_client().eight()
    );
    done!(
        r,
        "Client_Structure_Service",
        "POST /client/structure/default/nine",
        client.bar_client().nine()
    );
}
