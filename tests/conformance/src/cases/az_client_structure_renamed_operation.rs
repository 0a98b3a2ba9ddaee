// Case az-client_structure_renamed-operation.
use crate::prelude::*;
use az_client_structure_renamed_operation as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_structure_renamed-operation");
    let client = c::AzClientStructureRenamedOperationClient::new(
        &at("client/structure/renamed-operation"),
        None,
    )
    .unwrap();
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/one",
        client.one()
    );
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/two",
        client.two()
    );
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/three",
        client.foo_client().three()
    );
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/four",
        client.foo_client().four()
    );
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/five",
        client.bar_client().five()
    );
    done!(
        r,
        "Client_Structure_RenamedOperation",
        "POST /client/structure/renamed-operation/six",
        client.bar_client().six()
    );
}
