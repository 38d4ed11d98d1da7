package io.channelkeeper.organization;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The row of an organization.
 */
@Entity
@Table(name = "organization")
class OrganizationEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private String name;

	private String language;

	private String timeZone;

	private @Nullable String privacyUrl;

	private @Nullable String imprintUrl;

	private @Nullable String contact;

	private @Nullable String address;

	@Basic(fetch = FetchType.LAZY)
	private byte @Nullable [] logo;

	private @Nullable String logoType;

	private boolean marketersMayConnect;

	private @Nullable UUID testMailId;

	@Column(updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	OrganizationEntity() {
	}

	@SuppressWarnings("NullAway.Init")
	OrganizationEntity(UUID id, NewOrganization facts, Instant now) {
		this.id = id;
		this.createdAt = now;
		this.marketersMayConnect = true;
		describe(facts);
	}

	void describe(NewOrganization facts) {
		this.name = facts.name();
		this.language = facts.language().getLanguage();
		this.timeZone = facts.zone().getId();
		this.privacyUrl = text(facts.privacy());
		this.imprintUrl = text(facts.imprint());
		this.contact = facts.contact();
		this.address = facts.address();
	}

	void letMarketersConnect(boolean allowed) {
		this.marketersMayConnect = allowed;
	}

	void show(Logo logo) {
		this.logo = logo.bytes();
		this.logoType = logo.type();
	}

	Optional<Logo> logo() {
		return (this.logo != null && this.logoType != null) ? Optional.of(new Logo(this.logo, this.logoType))
				: Optional.empty();
	}

	void tryMail(UUID mail) {
		this.testMailId = mail;
	}

	@Nullable UUID testMailId() {
		return this.testMailId;
	}

	Organization toOrganization() {
		return new Organization(this.id, this.name, Locale.forLanguageTag(this.language), ZoneId.of(this.timeZone),
				address(this.privacyUrl), address(this.imprintUrl), this.contact, this.address, this.logoType != null,
				this.marketersMayConnect);
	}

	private static @Nullable String text(@Nullable URI address) {
		return (address != null) ? address.toString() : null;
	}

	private static @Nullable URI address(@Nullable String text) {
		return (text != null) ? URI.create(text) : null;
	}

}
