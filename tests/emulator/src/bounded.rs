//! A map within a bound of bytes. When it is full, it forgets the entries that were not used for
//! longest.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, HashMap},
    hash::Hash,
};

/// The memory that a value takes besides its own size, in bytes. It is an estimate, and rather too
/// large than too small: tests compare it with the memory that is really held.
pub(crate) trait Weigh {
    fn weight(&self) -> usize;
}

/// The memory of an entry of a `HashMap`. A slot of a removed entry counts as taken until the table is
/// built anew, so a table whose entries come and go has up to 32 slots for 7 entries.
pub(crate) const fn slot<K, V>() -> usize {
    (size_of::<K>() + size_of::<V>() + 1) * 32 / 7
}

/// The memory of an entry of a `BTreeMap`. Its nodes are half empty if keys only grow.
pub(crate) const fn leaf<K, V>() -> usize {
    (size_of::<K>() + size_of::<V>()) * 5 / 2
}

#[derive(Debug)]
pub(crate) struct Bounded<K, V> {
    entries: HashMap<K, Entry<V>>,
    ages: BTreeMap<u64, K>,
    next_age: u64,
    weight: usize,
    limit: usize,
}

#[derive(Debug)]
struct Entry<V> {
    age: u64,
    weight: usize,
    value: V,
}

impl<K: Clone + Eq + Hash + Weigh, V: Weigh> Bounded<K, V> {
    /// The memory of an entry without its texts.
    const ENTRY: usize = slot::<K, Entry<V>>() + leaf::<u64, K>();

    /// A map for this many bytes.
    pub fn new(limit: usize) -> Self {
        Self { entries: HashMap::new(), ages: BTreeMap::new(), next_age: 0, weight: 0, limit }
    }

    /// Adds or replaces an entry, which makes it the youngest. [`Self::overflow`] keeps the bound.
    pub fn insert(&mut self, key: K, value: V) {
        self.remove(&key);
        // The key is in both maps.
        let weight = Self::ENTRY + 2 * key.weight() + value.weight();
        self.ages.insert(self.next_age, key.clone());
        self.entries.insert(key, Entry { age: self.next_age, weight, value });
        self.next_age += 1;
        self.weight += weight;
    }

    /// Changes an entry, which makes it the youngest. `None` if it does not exist.
    pub fn change<Q, T>(&mut self, key: &Q, change: impl FnOnce(&mut V) -> T) -> Option<T>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let entry = self.entries.get_mut(key)?;
        let before = entry.value.weight();
        let result = change(&mut entry.value);
        let after = entry.value.weight();
        entry.weight = entry.weight + after - before;
        self.weight = self.weight + after - before;
        if let Some(key) = self.ages.remove(&entry.age) {
            entry.age = self.next_age;
            self.ages.insert(self.next_age, key);
            self.next_age += 1;
        }
        Some(result)
    }

    /// Looks at an entry. That does not make it younger.
    pub fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.entries.get(key).map(|entry| &entry.value)
    }

    /// Returns an entry for a change that keeps its weight and its age.
    pub fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.entries.get_mut(key).map(|entry| &mut entry.value)
    }

    /// The entries from the youngest to the oldest.
    pub fn youngest_first(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.ages.values().rev().map(|key| (key, &self.entries[key].value))
    }

    pub fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let entry = self.entries.remove(key)?;
        self.ages.remove(&entry.age);
        self.weight -= entry.weight;
        Some(entry.value)
    }

    /// Takes out the oldest entry if the map is beyond its bound. The last entry always stays.
    pub fn overflow(&mut self) -> Option<(K, V)> {
        if self.weight <= self.limit || self.entries.len() < 2 {
            return None;
        }
        let (_, key) = self.ages.first_key_value()?;
        let key = key.clone();
        self.remove(&key).map(|value| (key, value))
    }
}

impl Weigh for String {
    fn weight(&self) -> usize {
        self.capacity()
    }
}

impl Weigh for u64 {
    fn weight(&self) -> usize {
        0
    }
}

impl<T: Weigh> Weigh for Box<T> {
    fn weight(&self) -> usize {
        size_of::<T>() + (**self).weight()
    }
}

impl<A: Weigh, B: Weigh> Weigh for (A, B) {
    fn weight(&self) -> usize {
        self.0.weight() + self.1.weight()
    }
}

#[cfg(test)]
mod tests {
    use super::Bounded;

    const ENTRY: usize = Bounded::<u64, String>::ENTRY;

    #[test]
    fn the_entry_that_was_not_used_for_longest_goes_first() {
        let mut map = Bounded::new(2 * ENTRY + 100);
        map.insert(1, "one".to_owned());
        map.insert(2, "two".to_owned());
        map.change(&1, |value| value.push('!')).unwrap();
        assert_eq!(map.overflow(), None);
        map.insert(3, "three".to_owned());
        assert_eq!(map.overflow(), Some((2, "two".to_owned())));
        assert_eq!(map.overflow(), None);
        assert_eq!(map.get(&1).unwrap(), "one!");
        assert!(map.youngest_first().map(|(key, _)| *key).eq([3, 1]));
    }

    #[test]
    fn an_entry_counts_with_the_size_that_it_has_now() {
        let mut map = Bounded::new(3 * ENTRY);
        map.insert(1, "x".repeat(ENTRY));
        map.insert(2, String::new());
        assert_eq!(map.overflow(), None);
        map.change(&2, |value| value.push('x')).unwrap();
        assert_eq!(map.overflow().unwrap().0, 1);
        map.insert(2, "x".repeat(10 * ENTRY));
        assert_eq!(map.overflow(), None, "the last entry stays, even if it is too large");
    }

    #[test]
    fn removed_entries_leave_nothing_behind() {
        let mut map = Bounded::new(ENTRY);
        for _ in 0..1000 {
            map.insert("key".to_owned(), "value".to_owned());
            assert_eq!(map.remove("key").as_deref(), Some("value"));
        }
        assert_eq!((map.weight, map.ages.len(), map.entries.len()), (0, 0, 0));
    }
}
