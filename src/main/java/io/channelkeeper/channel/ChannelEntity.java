package io.channelkeeper.channel;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;

/**
 * A channel as stored. New ones are inserted by {@link ChannelRepository#insert}, which
 * does nothing where the organization has the channel already.
 */
@Entity
@Table(name = "channel")
class ChannelEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@TenantId
	@SuppressWarnings("unused")
	private UUID organizationId;

	private UUID creatorId;

	private String network;

	@Enumerated(EnumType.STRING)
	private ChannelKind kind;

	private String handle;

	private String handleKey;

	private @Nullable String externalId;

	private @Nullable String displayName;

	private @Nullable Instant archivedAt;

	private @Nullable Instant profileAt;

	private @Nullable Boolean isPublic;

	private @Nullable String accountType;

	private @Nullable Long followers;

	@Enumerated(EnumType.STRING)
	private Ineligibility.@Nullable Reason ineligibleReason;

	@Enumerated(EnumType.STRING)
	private Ineligibility.@Nullable Source ineligibleSource;

	private @Nullable Instant ineligibleAt;

	private @Nullable UUID ineligibleBy;

	@SuppressWarnings("NullAway.Init")
	protected ChannelEntity() {
	}

	UUID id() {
		return this.id;
	}

	UUID creatorId() {
		return this.creatorId;
	}

	String handle() {
		return this.handle;
	}

	NetworkId network() {
		return new NetworkId(this.network);
	}

	/**
	 * Corrects the handle. What the network said of the account stays; what was known of
	 * a mere name goes with the name.
	 */
	void rename(ChannelAddress address) {
		boolean same = this.handleKey.equals(address.key());
		spell(address.handle(), address.key());
		if (!same) {
			clearIneligibility();
		}
		if (this.profileAt == null) {
			this.externalId = address.externalId();
		}
	}

	void spell(String newHandle, String key) {
		this.handle = newHandle;
		this.handleKey = key;
	}

	/** Whether this can be the account with that id at the network. */
	boolean mayBe(String id) {
		return this.externalId == null || this.externalId.equals(id);
	}

	/** Keeps what the network said; what an older answer said changes nothing. */
	void learn(Profile profile, Instant at) {
		if (this.profileAt != null && at.isBefore(this.profileAt)) {
			return;
		}
		this.profileAt = at;
		this.externalId = profile.externalId();
		this.displayName = profile.displayName();
		this.isPublic = profile.isPublic();
		this.accountType = profile.accountType();
		this.followers = profile.figures().get("followers");
		if (contradicts(profile)) {
			clearIneligibility();
		}
	}

	private boolean contradicts(Profile profile) {
		if (this.ineligibleReason == Ineligibility.Reason.PRIVATE) {
			return Boolean.TRUE.equals(profile.isPublic());
		}
		if (profile.accountType() == null) {
			return this.ineligibleSource != Ineligibility.Source.MEMBER;
		}
		return !profile.accountType().equalsIgnoreCase("PERSONAL");
	}

	/** Why it cannot be connected; a member's own word outlives a weaker one. */
	void markIneligible(Ineligibility why) {
		boolean saidByMember = this.ineligibleSource == Ineligibility.Source.MEMBER
				&& this.ineligibleReason == why.reason() && why.source() != Ineligibility.Source.MEMBER;
		if (!saidByMember) {
			this.ineligibleReason = why.reason();
			this.ineligibleSource = why.source();
			this.ineligibleAt = why.at();
			this.ineligibleBy = why.by();
		}
	}

	void clearIneligibility() {
		this.ineligibleReason = null;
		this.ineligibleSource = null;
		this.ineligibleAt = null;
		this.ineligibleBy = null;
	}

	/** Whether it was not archived before. */
	boolean archive(Instant now) {
		boolean wasThere = this.archivedAt == null;
		if (wasThere) {
			this.archivedAt = now;
		}
		return wasThere;
	}

	Channel toChannel() {
		return new Channel(this.id, this.creatorId, network(), this.kind, this.handle, this.externalId,
				this.displayName, this.profileAt, this.isPublic, this.accountType, this.followers, ineligibility(),
				this.archivedAt != null);
	}

	private @Nullable Ineligibility ineligibility() {
		if (this.ineligibleReason == null || this.ineligibleSource == null || this.ineligibleAt == null) {
			return null;
		}
		return new Ineligibility(this.ineligibleReason, this.ineligibleSource, this.ineligibleAt, this.ineligibleBy);
	}

}
