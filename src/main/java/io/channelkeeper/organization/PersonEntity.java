package io.channelkeeper.organization;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * The row of somebody who signs in, maybe for several organizations.
 */
@Entity
@Table(name = "person")
class PersonEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private String email;

	private String name;

	private @Nullable String passwordHash;

	private String language;

	private String timeZone;

	@SuppressWarnings("UnusedVariable")
	private boolean operator;

	@Column(updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	PersonEntity() {
	}

	PersonEntity(UUID id, NewPerson facts, String passwordHash, Instant now) {
		this.id = id;
		this.email = facts.email().value();
		this.name = facts.name();
		this.passwordHash = passwordHash;
		this.language = facts.language().getLanguage();
		this.timeZone = facts.zone().getId();
		this.createdAt = now;
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	EmailAddress email() {
		return new EmailAddress(this.email);
	}

	Locale language() {
		return Locale.forLanguageTag(this.language);
	}

	ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	void runInstallation(boolean operator) {
		this.operator = operator;
	}

	void changePassword(String hash) {
		this.passwordHash = hash;
	}

	void describe(String name, Locale language, ZoneId zone) {
		this.name = name;
		this.language = language.getLanguage();
		this.timeZone = zone.getId();
	}

}
