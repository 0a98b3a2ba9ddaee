// Case az-azure_client-generator-core_hierarchy-building.
use crate::prelude::*;
use az_cgc_hierarchy_building as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_hierarchy-building");
    let client = c::AzCgcHierarchyBuildingClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_HierarchyBuilding_AnimalOperations_updatePetAsAnimal",
        "PUT /azure/client-generator-core/hierarchy-building/pet/as-animal",
        client.animal_operations_client().update_pet_as_animal(j::<c::models::Animal>(
            json!({"kind": "pet", "name": "Buddy", "trained": true})
        )),
        json!({"kind": "pet", "name": "Buddy", "trained": true})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_HierarchyBuilding_AnimalOperations_updateDogAsAnimal",
        "PUT /azure/client-generator-core/hierarchy-building/dog/as-animal",
        client.animal_operations_client().update_dog_as_animal(j::<c::models::Animal>(
            json!({"kind": "dog", "name": "Rex", "trained": true, "breed": "German Shepherd"})
        )),
        json!({"kind": "dog", "name": "Rex", "trained": true, "breed": "German Shepherd"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_HierarchyBuilding_PetOperations_updatePetAsPet",
        "PUT /azure/client-generator-core/hierarchy-building/pet/as-pet",
        client.pet_operations_client().update_pet_as_pet("Buddy", true),
        json!({"kind": "pet", "name": "Buddy", "trained": true})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_HierarchyBuilding_PetOperations_updateDogAsPet",
        "PUT /azure/client-generator-core/hierarchy-building/dog/as-pet",
        client.pet_operations_client().update_dog_as_pet("Rex", true),
        json!({"kind": "dog", "name": "Rex", "trained": true, "breed": "German Shepherd"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_HierarchyBuilding_DogOperations_updateDogAsDog",
        "PUT /azure/client-generator-core/hierarchy-building/dog/as-dog",
        client.dog_operations_client().update_dog_as_dog("Rex", true, "German Shepherd"),
        json!({"kind": "dog", "name": "Rex", "trained": true, "breed": "German Shepherd"})
    );
}
