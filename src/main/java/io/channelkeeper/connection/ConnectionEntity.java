package io.channelkeeper.connection;

import java.time.Instant;
import java.util.List;
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

/**
 * A channel as carried by a social login; it stays when it is disconnected.
 */
@Entity
@Table(name = "connection")
@SuppressWarnings("UnusedVariable") // much of it is read by SQL only, above all by
									// connection_state
class ConnectionEntity {

	@Id
	private UUID channelId;

	@Version
	private @Nullable Long version;

	@TenantId
	private UUID organizationId;

	private @Nullable UUID loginId;

	/** Stays when it is disconnected, so that what the login told can be deleted. */
	private @Nullable UUID lastLoginId;

	private byte @Nullable [] channelToken;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> granted = List.of();

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> missing = List.of();

	private Instant connectedAt;

	private @Nullable Instant firstConnectedAt;

	private @Nullable UUID connectedByMember;

	private boolean connectedByCreator;

	@Enumerated(EnumType.STRING)
	private @Nullable Cause lostCause;

	private @Nullable String lostDetail;

	private @Nullable Instant lostSince;

	private @Nullable Instant disconnectedAt;

	private @Nullable UUID disconnectedByMember;

	private boolean disconnectedByCreator;

	@SuppressWarnings("NullAway.Init")
	protected ConnectionEntity() {
	}

	@SuppressWarnings("NullAway.Init")
	ConnectionEntity(UUID channelId) {
		this.channelId = channelId;
	}

	UUID channelId() {
		return this.channelId;
	}

	@Nullable UUID loginId() {
		return this.loginId;
	}

	byte @Nullable [] channelToken() {
		return this.channelToken;
	}

	boolean isSound() {
		return this.loginId != null && this.lostCause == null;
	}

	void connect(UUID login, byte @Nullable [] token, List<String> grantedKeys, SignedInBy by, Instant now) {
		this.loginId = login;
		this.lastLoginId = login;
		renew(token, grantedKeys);
		this.connectedAt = now;
		this.firstConnectedAt = (this.firstConnectedAt != null) ? this.firstConnectedAt : now;
		this.connectedByMember = by.memberId();
		this.connectedByCreator = by.creator();
		this.disconnectedAt = null;
		this.disconnectedByMember = null;
		this.disconnectedByCreator = false;
	}

	/** A new sign-in of the same person reaches it again; who connected it stays. */
	void renew(byte @Nullable [] token, List<String> grantedKeys) {
		this.channelToken = token;
		this.granted = grantedKeys;
		this.missing = List.of();
		this.lostCause = null;
		this.lostDetail = null;
		this.lostSince = null;
	}

	boolean isDisconnectedAfter(Instant moment) {
		return this.disconnectedAt != null && this.disconnectedAt.isAfter(moment);
	}

	/** Ends it on purpose; who connected it last stays known. */
	void disconnect(@Nullable UUID member, boolean byCreator, Instant now) {
		this.loginId = null;
		this.channelToken = null;
		this.disconnectedAt = now;
		this.disconnectedByMember = member;
		this.disconnectedByCreator = byCreator;
	}

}
