//! A map that forgets its oldest entries instead of growing without end.

use std::{
    collections::{BTreeMap, HashMap},
    hash::Hash,
};

#[derive(Debug)]
pub(crate) struct Bounded<K, V> {
    entries: HashMap<K, (u64, V)>,
    ages: BTreeMap<u64, K>,
    next_age: u64,
    limit: usize,
}

impl<K: Clone + Eq + Hash, V> Bounded<K, V> {
    pub fn new(limit: usize) -> Self {
        Self { entries: HashMap::new(), ages: BTreeMap::new(), next_age: 0, limit }
    }

    /// Adds or replaces an entry, which makes it the youngest. Returns the value that had to go to
    /// keep the limit.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let age = self.next_age;
        self.next_age += 1;
        self.ages.insert(age, key.clone());
        if let Some((old, _)) = self.entries.insert(key, (age, value)) {
            self.ages.remove(&old);
        }
        if self.entries.len() <= self.limit {
            return None;
        }
        let (_, oldest) = self.ages.pop_first()?;
        self.entries.remove(&oldest).map(|(_, value)| value)
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.entries.get(key).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.entries.get_mut(key).map(|(_, value)| value)
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let (age, value) = self.entries.remove(key)?;
        self.ages.remove(&age);
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Bounded;

    #[test]
    fn the_oldest_entry_goes_first_and_removed_ones_leave_nothing_behind() {
        let mut map = Bounded::new(2);
        for round in 0..1000 {
            assert_eq!(map.insert("kept", round), None);
            assert_eq!(map.insert("gone", round), None);
            assert_eq!(map.remove(&"gone"), Some(round));
        }
        assert_eq!(map.ages.len(), 1);
        assert_eq!(map.insert("second", 2), None);
        assert_eq!(map.insert("third", 3), Some(999));
        assert_eq!(map.get(&"kept"), None);
    }
}
