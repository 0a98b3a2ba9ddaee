//! A map that forgets what was not used for longest, instead of growing without end.

use std::{
    borrow::Borrow,
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

    pub fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.entries.get(key).map(|(_, value)| value)
    }

    pub fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.entries.get_mut(key).map(|(_, value)| value)
    }

    /// Using an entry makes it the youngest; looking at it does not.
    pub fn use_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let (age, value) = self.entries.get_mut(key)?;
        let key = self.ages.remove(age)?;
        *age = self.next_age;
        self.next_age += 1;
        self.ages.insert(*age, key);
        Some(value)
    }

    /// The entries from the youngest to the oldest.
    pub fn youngest_first(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.ages.values().rev().map(|key| (key, &self.entries[key].1))
    }

    pub fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let (age, value) = self.entries.remove(key)?;
        self.ages.remove(&age);
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Bounded;

    #[test]
    fn the_entry_that_was_not_used_for_longest_goes_first_and_removed_ones_leave_nothing_behind() {
        let mut map = Bounded::new(2);
        for round in 0..1000 {
            assert_eq!(map.insert("kept", round), None);
            assert_eq!(map.insert("gone", round), None);
            assert_eq!(map.remove("gone"), Some(round));
        }
        assert_eq!(map.ages.len(), 1);
        assert_eq!(map.insert("second", 2), None);
        assert_eq!(map.use_mut("kept"), Some(&mut 999));
        assert_eq!(map.insert("third", 3), Some(2));
        assert_eq!(map.get("second"), None);
        let entries: Vec<_> = map.youngest_first().collect();
        assert_eq!(entries, [(&"third", &3), (&"kept", &999)]);
    }
}
