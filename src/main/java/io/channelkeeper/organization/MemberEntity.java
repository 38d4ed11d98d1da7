package io.channelkeeper.organization;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The row of a person's membership in an organization.
 */
@Entity
@Table(name = "member")
class MemberEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@TenantId
	@SuppressWarnings("UnusedVariable")
	private UUID organizationId;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private PersonEntity person;

	@Enumerated(EnumType.STRING)
	private Role role;

	private boolean active;

	@Column(updatable = false)
	private Instant createdAt;

	@SuppressWarnings("UnusedVariable")
	private @Nullable Instant deactivatedAt;

	@SuppressWarnings("NullAway.Init")
	MemberEntity() {
	}

	@SuppressWarnings("NullAway.Init")
	MemberEntity(UUID id, PersonEntity person, Role role, Instant now) {
		this.id = id;
		this.person = person;
		this.role = role;
		this.active = true;
		this.createdAt = now;
	}

	void take(Role role) {
		this.role = role;
	}

	void deactivate(Instant now) {
		this.active = false;
		this.deactivatedAt = now;
	}

	void reactivate() {
		this.active = true;
		this.deactivatedAt = null;
	}

	UUID id() {
		return this.id;
	}

	Member toMember() {
		return new Member(this.id, this.person.id(), this.person.name(), this.person.email(), this.role,
				this.person.language(), this.person.zone(), this.active);
	}

}
