package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.Ids;

/**
 * Where an invitation comes from, which never changes, and whether it is a first one.
 */
@MappedSuperclass
@SuppressWarnings("unused") // the list reads some columns by SQL only
abstract class InvitationOrigin {

	private static final String RENEWAL = "RENEWAL";

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@TenantId
	private UUID organizationId;

	private UUID creatorId;

	private String kind = "CONNECT";

	private @Nullable UUID invitedBy;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected InvitationOrigin() {
	}

	/**
	 * An invitation made now.
	 * @param invitedBy the member who pressed the button, or null where the clock did
	 */
	InvitationOrigin(UUID organizationId, UUID creatorId, @Nullable UUID invitedBy, Instant now) {
		this.id = Ids.next();
		this.organizationId = organizationId;
		this.creatorId = creatorId;
		this.invitedBy = invitedBy;
		this.createdAt = now;
	}

	UUID id() {
		return this.id;
	}

	UUID organizationId() {
		return this.organizationId;
	}

	UUID creatorId() {
		return this.creatorId;
	}

	/** Says whether a creator is to renew what that creator connected before. */
	void callRenewal(boolean renewal) {
		this.kind = renewal ? RENEWAL : "CONNECT";
	}

	boolean isRenewal() {
		return this.kind.equals(RENEWAL);
	}

}
