package io.channelkeeper.channel;

import java.time.Instant;
import java.util.Locale;
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
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;

/**
 * A channel as stored. New ones are inserted by {@link ChannelRepository#insert}, which
 * does nothing where the organization has the channel already.
 */
@Entity
@Table(name = "channel")
class ChannelEntity {

	/** The networks' word for an account that cannot be connected. */
	static final String PERSONAL = "PERSONAL";

	private static final String FOLLOWERS = "followers";

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

	/** As the network told it last; a member may have written another one since. */
	private @Nullable String toldHandle;

	private @Nullable String externalId;

	private @Nullable String displayName;

	private @Nullable Instant archivedAt;

	private @Nullable Instant profileAt;

	private @Nullable Boolean isPublic;

	private @Nullable String accountType;

	private @Nullable Long followers;

	private boolean profilePublic;

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
	 * Corrects the handle. What a sign-in told of the account stays; what was known of a
	 * mere name goes with the name.
	 * @return whether it is another name
	 */
	boolean rename(ChannelAddress address) {
		boolean same = this.handleKey.equals(address.key());
		spell(address.handle(), address.key());
		if (!same) {
			clearIneligibility();
		}
		if (!isKnownBySignIn()) {
			this.externalId = address.externalId();
		}
		if (!same && this.profilePublic) {
			forgetProfile();
		}
		return !same;
	}

	/** Whether a sign-in ever told of the account. */
	boolean isKnownBySignIn() {
		return this.profileAt != null && !this.profilePublic;
	}

	private void forgetProfile() {
		this.profileAt = null;
		this.profilePublic = false;
		this.toldHandle = null;
		this.displayName = null;
		this.isPublic = null;
		this.accountType = null;
		this.followers = null;
	}

	/** Forgets all that a sign-in told; the name that the team knows it by stays. */
	void forgetSignIn() {
		forgetProfile();
		this.externalId = null;
		if (this.ineligibleSource == Ineligibility.Source.ATTEMPT) {
			clearIneligibility();
		}
	}

	void spell(String newHandle, String key) {
		this.handle = newHandle;
		this.handleKey = key;
	}

	/** Takes the handle over from the network. */
	void beTold(String newHandle, String key) {
		spell(newHandle, key);
		this.toldHandle = newHandle;
	}

	@Nullable String toldHandle() {
		return this.toldHandle;
	}

	/** Whether an answer of that moment is older than what is known. */
	boolean knowsMoreThan(Instant at) {
		return this.profileAt != null && at.isBefore(this.profileAt);
	}

	/** Whether this can be the account with that id at the network. */
	boolean mayBe(String id) {
		return this.externalId == null || this.externalId.equals(id);
	}

	/** Keeps what the network said; what an older answer said changes nothing. */
	void learn(Profile profile, Instant at) {
		if (knowsMoreThan(at)) {
			return;
		}
		this.profilePublic = false;
		this.externalId = profile.externalId();
		take(profile, at);
		if (contradicts(profile)) {
			clearIneligibility();
		}
	}

	/** Keeps what everybody can see, unless a sign-in told more. */
	void see(Profile profile, Instant at) {
		if (knowsMoreThan(at) || (isKnownBySignIn() && tellsLess(profile))) {
			return;
		}
		this.profilePublic = !isKnownBySignIn();
		take(profile, at);
	}

	/** Keeps of what is not for reading nothing but that it is so. */
	void close(Ineligibility.Reason reason, Instant at) {
		if (knowsMoreThan(at)) {
			return;
		}
		this.profilePublic = !isKnownBySignIn();
		this.profileAt = at;
		this.displayName = null;
		this.isPublic = (reason == Ineligibility.Reason.PRIVATE) ? false : null;
		this.accountType = (reason == Ineligibility.Reason.PERSONAL) ? PERSONAL.toLowerCase(Locale.ROOT) : null;
		this.followers = null;
	}

	private void take(Profile profile, Instant at) {
		this.profileAt = at;
		this.displayName = profile.displayName();
		this.isPublic = profile.isPublic();
		this.accountType = profile.accountType();
		this.followers = profile.figures().get(FOLLOWERS);
	}

	private boolean tellsLess(Profile profile) {
		return (this.displayName != null && profile.displayName() == null)
				|| (this.isPublic != null && profile.isPublic() == null)
				|| (this.accountType != null && profile.accountType() == null)
				|| (this.followers != null && !profile.figures().containsKey(FOLLOWERS));
	}

	/** Everybody can see it; a member's own word is only overcome by facts. */
	void seem(Profile profile) {
		if (this.ineligibleSource != Ineligibility.Source.MEMBER || contradicts(profile)) {
			clearIneligibility();
		}
	}

	/**
	 * Nobody can see it, which says less than anything else that may be known.
	 * @return whether strangers saw it before
	 */
	boolean hide(Instant at) {
		boolean seen = this.profileAt != null && this.ineligibleReason == null;
		if (this.ineligibleSource == null || this.ineligibleSource == Ineligibility.Source.LOOKUP) {
			markIneligible(new Ineligibility(Ineligibility.Reason.NOT_SHOWN, Ineligibility.Source.LOOKUP, at, null));
		}
		return seen;
	}

	private boolean contradicts(Profile profile) {
		Ineligibility known = ineligibility();
		return known != null && known.isContradictedBy(profile);
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

	/** Forgets what speaks against reading its profile. */
	void open() {
		clearIneligibility();
		if (PublicFacts.reason(this.isPublic, this.accountType) != null) {
			this.isPublic = null;
			this.accountType = null;
		}
	}

	private void clearIneligibility() {
		this.ineligibleReason = null;
		this.ineligibleSource = null;
		this.ineligibleAt = null;
		this.ineligibleBy = null;
	}

	void become(ChannelKind other) {
		this.kind = other;
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
		return (this.ineligibleReason == null || this.ineligibleSource == null || this.ineligibleAt == null) ? null
				: new Ineligibility(this.ineligibleReason, this.ineligibleSource, this.ineligibleAt, this.ineligibleBy);
	}

}
