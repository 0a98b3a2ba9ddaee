// Case az-client_structure_two-operation-group.
use crate::prelude::*;
use az_client_structure_two_operation_group as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_structure_two-operation-group");
    let client = c::AzClientStructureTwoOperationGroupClient::new(
        &at("client/structure/two-operation-group"),
        None,
    )
    .unwrap();
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/one",
        client.one()
    );
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/two",
        client.two()
    );
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/three",
        client.foo_client().three()
    );
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/four",
        client.foo_client().four()
    );
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/five",
        client.bar_client().five()
    );
    done!(
        r,
        "Client_Structure_TwoOperationGroup",
        "POST /client/structure/two-operation-group/six",
        client.bar_client().six()
    );
}
