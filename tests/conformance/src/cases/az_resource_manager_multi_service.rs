// The cases az-azure_resource-manager_multi-service*: two services, and a crate for each.
use crate::prelude::*;

const SUBSCRIPTION: &str = "00000000-0000-0000-0000-000000000000";
const GROUP: &str = "test-rg";

/// Compares a resource with the one of the mock server.
fn resource(got: &impl serde::Serialize, kind: &str, name: &str, properties: &Value) -> Done {
    let got = serde_json::to_value(got).unwrap();
    let id =
        format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/{GROUP}/providers/{kind}/{name}");
    let facts = json!({ "id": got["id"], "name": got["name"], "type": got["type"], "properties": got["properties"] });
    expect(&facts, &json!({ "id": id, "name": name, "type": kind, "properties": properties }))
}

/// The scenarios `…_get` and `…_createOrUpdate` of a resource.
macro_rules! resource {
    ($r:ident, $scenario:literal, $group:expr, $kind:literal, $name:literal, $at:literal, $sent:expr, $told:expr) => {
        let group = $group;
        hand!($r, concat!($scenario, "_get"), concat!("GET ", $kind), {
            resource(&group.get(SUBSCRIPTION, GROUP, $name).await?, $kind, $name, &$told)?;
        });
        hand!($r, concat!($scenario, "_createOrUpdate"), concat!("PUT ", $kind), {
            let call = group.create_or_update(SUBSCRIPTION, GROUP, $name, $at);
            let got = call.properties(j(($sent)())).into_future().await?;
            resource(&serde_json::to_value(&got).unwrap(), $kind, $name, &$told)?;
        });
    };
}

pub async fn run(r: &mut Report) {
    let done = || json!({ "provisioningState": "Succeeded" });
    r.case("az-azure_resource-manager_multi-service");
    let client = az_resource_manager_multi_service_1::AzResourceManagerMultiService1Client::new(
        ENDPOINT,
        token(),
        None,
    )
    .unwrap();
    resource!(
        r,
        "Azure_ResourceManager_MultiService_Compute_VirtualMachines",
        client.virtual_machines_client(),
        "Microsoft.Compute/virtualMachines",
        "vm1",
        "eastus",
        || json!({}),
        done()
    );
    let client = az_resource_manager_multi_service_2::AzResourceManagerMultiService2Client::new(
        ENDPOINT,
        token(),
        None,
    )
    .unwrap();
    resource!(
        r,
        "Azure_ResourceManager_MultiService_ComputeDisk_Disks",
        client.disks_client(),
        "Microsoft.Compute/disks",
        "disk1",
        "eastus",
        || json!({}),
        done()
    );

    r.case("az-azure_resource-manager_multi-service-older-versions");
    let client = az_resource_manager_multi_service_older_versions_1::AzResourceManagerMultiServiceOlderVersions1Client::new(ENDPOINT, token(), None).unwrap();
    let size = json!({ "size": "Standard_D2s_v3" });
    resource!(
        r,
        "Azure_ResourceManager_MultiServiceOlderVersions_Compute_VirtualMachines",
        client.virtual_machines_client(),
        "Microsoft.Compute/virtualMachinesOld",
        "vm-old1",
        "eastus",
        || size.clone(),
        with(done(), &size)
    );
    let client = az_resource_manager_multi_service_older_versions_2::AzResourceManagerMultiServiceOlderVersions2Client::new(ENDPOINT, token(), None).unwrap();
    let size = json!({ "diskSizeGB": 128 });
    resource!(
        r,
        "Azure_ResourceManager_MultiServiceOlderVersions_ComputeDisk_Disks",
        client.disks_client(),
        "Microsoft.Compute/disksOld",
        "disk-old1",
        "eastus",
        || size.clone(),
        with(done(), &size)
    );

    r.case("az-azure_resource-manager_multi-service-shared-models");
    let client = az_resource_manager_multi_service_shared_models_1::AzResourceManagerMultiServiceSharedModels1Client::new(ENDPOINT, token(), None).unwrap();
    let sent = || json!({ "metadata": { "createdBy": "user@example.com", "tags": { "environment": "production" } } });
    let told = json!({ "metadata": { "createdAt": "2025-01-01T00:00:00Z", "createdBy": "user@example.com", "tags": { "environment": "production" } } });
    resource!(
        r,
        "Azure_ResourceManager_MultiServiceSharedModels_Compute_VirtualMachines",
        client.virtual_machines_client(),
        "Microsoft.Compute/virtualMachinesShared",
        "vm-shared1",
        "eastus",
        sent,
        with(done(), &told)
    );
    let client = az_resource_manager_multi_service_shared_models_2::AzResourceManagerMultiServiceSharedModels2Client::new(ENDPOINT, token(), None).unwrap();
    let sent = || json!({ "metadata": { "createdBy": "admin@example.com", "tags": { "department": "engineering" } } });
    let told = json!({ "metadata": { "createdAt": "2025-01-02T00:00:00Z", "createdBy": "admin@example.com", "tags": { "department": "engineering" } } });
    resource!(
        r,
        "Azure_ResourceManager_MultiServiceSharedModels_Storage_StorageAccounts",
        client.storage_accounts_client(),
        "Microsoft.Storage/storageAccounts",
        "account1",
        "westus",
        sent,
        with(done(), &told)
    );
}

/// An object with the entries of both.
fn with(mut object: Value, more: &Value) -> Value {
    let entries = more.as_object().unwrap().clone();
    object.as_object_mut().unwrap().extend(entries);
    object
}
