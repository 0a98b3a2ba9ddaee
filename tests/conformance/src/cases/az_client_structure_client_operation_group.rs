// Case az-client_structure_client-operation-group.
use crate::prelude::*;
use az_client_structure_client_operation_group as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_structure_client-operation-group");
    let client = c::AzClientStructureClientOperationGroupClient::new(
        &at("client/structure/client-operation-group"),
        None,
    )
    .unwrap();
    done!(
        r,
        "Client_Structure_ClientOperationGroup",
        "POST /client/structure/client-operation-group/one",
        client.one()
    );
    done!(
        r,
        "Client_Structure_ClientOperationGroup",
        "POST /client/structure/client-operation-group/two",
        client.two()
    );
    done!(
        r,
        "Client_Structure_ClientOperationGroup",
        "POST /client/structure/client-operation-group/three",
        client.foo_client().three()
    );
    done!(
        r,
        "Client_Structure_ClientOperationGroup",
        "POST /client/structure/client-operation-group/four",
        client.foo_client().four()
    );
    done!(
        r,
        "Client_Structure_AnotherClientOperationGroup",
        "POST /client/structure/client-operation-group/five",
        client.bar_client().five()
    );
    done!(
        r,
        "Client_Structure_AnotherClientOperationGroup",
        "POST /client/structure/client-operation-group/six",
        client.bar_client().six()
    );
}
