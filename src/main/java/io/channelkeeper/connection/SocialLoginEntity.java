package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;

/**
 * One person's authorization at one provider. It carries one or more channels (H-7).
 */
@Entity
@Table(name = "social_login")
@SuppressWarnings("UnusedVariable") // much of it is read by SQL only
class SocialLoginEntity {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@TenantId
	private UUID organizationId;

	private String provider;

	private String externalUserId;

	private @Nullable String externalUserName;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> scopes = List.of();

	private byte @Nullable [] accessToken;

	private @Nullable Instant accessExpiresAt;

	private byte @Nullable [] refreshToken;

	private @Nullable Instant refreshExpiresAt;

	private @Nullable Instant deadline;

	@Enumerated(EnumType.STRING)
	private DeadlineSource deadlineSource = DeadlineSource.NONE;

	private Instant connectedAt;

	private @Nullable UUID connectedByMember;

	private @Nullable UUID connectedByCreator;

	@Enumerated(EnumType.STRING)
	private @Nullable Cause invalidCause;

	private @Nullable Instant invalidSince;

	private @Nullable Instant unreadableSince;

	private @Nullable Instant checkedAt;

	private long tokenVersion;

	private @Nullable Instant renewAt;

	private @Nullable UUID renewingBy;

	private @Nullable Instant renewingSince;

	private int renewalFailures;

	private @Nullable String renewalRefused;

	private @Nullable Instant inDoubtSince;

	private @Nullable Instant verifyAt;

	private int verifyFailures;

	private @Nullable Instant suspectedSince;

	private @Nullable Instant noAnswerSince;

	@SuppressWarnings("NullAway.Init")
	protected SocialLoginEntity() {
	}

	@SuppressWarnings("NullAway.Init")
	SocialLoginEntity(UUID id, ProviderId provider, String externalUserId) {
		this.id = id;
		this.provider = provider.value();
		this.externalUserId = externalUserId;
	}

	UUID id() {
		return this.id;
	}

	ProviderId provider() {
		return new ProviderId(this.provider);
	}

	String externalUserId() {
		return this.externalUserId;
	}

	@Nullable String externalUserName() {
		return this.externalUserName;
	}

	Set<String> scopes() {
		return Set.copyOf(this.scopes);
	}

	@Nullable UUID connectedByMember() {
		return this.connectedByMember;
	}

	@Nullable UUID connectedByCreator() {
		return this.connectedByCreator;
	}

	boolean isOf(ProviderId otherProvider, String otherUser) {
		return this.provider.equals(otherProvider.value()) && this.externalUserId.equals(otherUser);
	}

	/** Whether its access was not given up meanwhile. */
	boolean hasAccess() {
		return this.accessToken != null;
	}

	/** Whether it works as far as is known. */
	boolean isSound(Instant now) {
		return hasAccess() && this.invalidCause == null && this.unreadableSince == null
				&& (this.deadline == null || now.isBefore(this.deadline));
	}

	/** Whether it can do what a grant can, and not for less long. */
	boolean lastsAsLongAs(Grant grant) {
		Instant other = grant.deadline();
		return scopes().containsAll(grant.scopes())
				&& (this.deadline == null || (other != null && !this.deadline.isBefore(other)));
	}

	/**
	 * A grant without a refresh token of its own, as it is with the one that stands here:
	 * it ends when the later of the two does.
	 */
	Grant prolonged(Grant grant) {
		Instant other = grant.deadline();
		boolean mineIsLater = other != null && (this.deadline == null || this.deadline.isAfter(other));
		return new Grant(grant.userId(), grant.userName(), grant.access(), grant.accessExpiresAt(), null,
				this.refreshExpiresAt, grant.scopes(), mineIsLater ? this.deadline : other,
				mineIsLater ? this.deadlineSource : grant.deadlineSource());
	}

	/**
	 * A new sign-in of the same person takes the place of everything known before, and of
	 * whatever a renewal may still bring.
	 */
	void renew(Grant grant, SocialLogins.SealedTokens tokens, SignedInBy by, Upkeep upkeep, Instant now) {
		forgetUpkeep();
		this.renewAt = upkeep.renewAt();
		this.verifyAt = upkeep.verifyAt();
		this.externalUserName = grant.userName();
		this.scopes = grant.scopes().stream().sorted().toList();
		this.accessToken = tokens.access();
		this.accessExpiresAt = grant.accessExpiresAt();
		this.refreshToken = tokens.refresh();
		this.refreshExpiresAt = grant.refreshExpiresAt();
		this.deadline = grant.deadline();
		this.deadlineSource = grant.deadlineSource();
		this.connectedAt = now;
		this.connectedByMember = by.memberId();
		this.connectedByCreator = by.creator() ? by.creatorId() : null;
		this.invalidCause = null;
		this.invalidSince = null;
		this.unreadableSince = null;
		this.checkedAt = now;
	}

	/** Whether its access was found to be gone after a moment. */
	boolean isRefusedSince(Instant moment) {
		return this.invalidSince != null && this.invalidSince.isAfter(moment);
	}

	/** Counts its sets of tokens. */
	long tokenVersion() {
		return this.tokenVersion;
	}

	SocialLogins.SealedTokens tokens() {
		return new SocialLogins.SealedTokens(this.accessToken, this.refreshToken);
	}

	/** The grant as it was kept, with these opened tokens. */
	Grant grant(SocialLogins.OpenTokens tokens) {
		return new Grant(this.externalUserId, this.externalUserName, tokens.access(), this.accessExpiresAt,
				tokens.refresh(), this.refreshExpiresAt, scopes(), this.deadline, this.deadlineSource);
	}

	private void forgetUpkeep() {
		this.tokenVersion++;
		this.renewAt = null;
		this.renewingBy = null;
		this.renewingSince = null;
		this.renewalFailures = 0;
		this.renewalRefused = null;
		this.inDoubtSince = null;
		this.verifyAt = null;
		this.verifyFailures = 0;
		this.suspectedSince = null;
		this.noAnswerSince = null;
	}

	/** Erases the access; who it was and when stays. */
	void forget() {
		forgetUpkeep();
		this.accessToken = null;
		this.accessExpiresAt = null;
		this.refreshToken = null;
		this.refreshExpiresAt = null;
		this.scopes = List.of();
		this.deadline = null;
		this.deadlineSource = DeadlineSource.NONE;
		this.invalidCause = null;
		this.invalidSince = null;
		this.unreadableSince = null;
	}

	/**
	 * When something is to be done next.
	 *
	 * @param renewAt when its tokens are renewed, or null where they cannot be
	 * @param verifyAt when it is asked whether they work
	 */
	record Upkeep(@Nullable Instant renewAt, Instant verifyAt) {
	}

}
