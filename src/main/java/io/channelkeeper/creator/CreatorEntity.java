package io.channelkeeper.creator;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

/**
 * A creator as stored.
 */
@Entity
@Table(name = "creator")
class CreatorEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@TenantId
	private UUID organizationId;

	private String name;

	private @Nullable String email;

	private String language;

	private @Nullable UUID lookedAfterBy;

	@SuppressWarnings("unused")
	private Instant createdAt;

	private @Nullable Instant archivedAt;

	@ElementCollection
	@CollectionTable(name = "creator_tag", joinColumns = @JoinColumn(name = "creator_id"))
	private Set<CreatorTag> tags = new HashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected CreatorEntity() {
	}

	CreatorEntity(UUID id, NewCreator wanted, Instant now) {
		this.id = id;
		this.organizationId = Tenancy.current();
		this.createdAt = now;
		this.name = wanted.name();
		this.language = wanted.language().getLanguage();
		describe(wanted);
	}

	final void describe(NewCreator wanted) {
		this.name = wanted.name();
		this.email = (wanted.email() != null) ? wanted.email().value() : null;
		this.language = wanted.language().getLanguage();
		this.lookedAfterBy = wanted.lookedAfterBy();
		Set<CreatorTag> wantedTags = wanted.tags()
			.stream()
			.map((tag) -> new CreatorTag(tag, this.organizationId))
			.collect(Collectors.toSet());
		this.tags.retainAll(wantedTags);
		this.tags.addAll(wantedTags);
	}

	/** Adds a tag unless there is one that differs in letter case only, or no room. */
	void tag(String tag) {
		boolean known = this.tags.stream().anyMatch((one) -> one.tag().equalsIgnoreCase(tag));
		if (!known && this.tags.size() < NewCreator.MAX_TAGS) {
			this.tags.add(new CreatorTag(tag, this.organizationId));
		}
	}

	@Nullable UUID lookedAfterBy() {
		return this.lookedAfterBy;
	}

	void passTo(@Nullable UUID member) {
		this.lookedAfterBy = member;
	}

	boolean isArchived() {
		return this.archivedAt != null;
	}

	void archive(Instant now) {
		this.archivedAt = now;
	}

	void restore() {
		this.archivedAt = null;
	}

	Creator toCreator() {
		return new Creator(this.id, this.name, (this.email != null) ? new EmailAddress(this.email) : null,
				Locale.of(this.language), this.lookedAfterBy, words(this.tags), isArchived());
	}

	private static SortedSet<String> words(Collection<CreatorTag> tags) {
		SortedSet<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		tags.forEach((tag) -> words.add(tag.tag()));
		return words;
	}

}
