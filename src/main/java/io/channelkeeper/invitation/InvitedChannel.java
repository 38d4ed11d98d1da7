package io.channelkeeper.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.ProviderId;

/**
 * One channel of an invitation with its own progress.
 */
@Embeddable
@SuppressWarnings("unused") // the list reads some columns by SQL only
class InvitedChannel {

	/** An attempt without an end is given up after this. */
	static final Duration ATTEMPT = Duration.ofMinutes(30);

	private UUID channelId;

	private UUID organizationId;

	private String provider;

	@Enumerated(EnumType.STRING)
	private InvitationState state;

	private Instant stateSince;

	private @Nullable Instant openedAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant confirmedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable DiagnosisKind diagnosis;

	@Column(columnDefinition = "jsonb")
	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Map<String, String> diagnosisDetail;

	private @Nullable Instant diagnosedAt;

	private boolean disowned;

	@SuppressWarnings("NullAway.Init")
	protected InvitedChannel() {
	}

	InvitedChannel(UUID organizationId, InvitedWay way, Instant now) {
		this.organizationId = organizationId;
		this.channelId = way.channelId();
		this.provider = way.provider().value();
		this.state = InvitationState.SENT;
		this.stateSince = now;
	}

	UUID channelId() {
		return this.channelId;
	}

	ProviderId provider() {
		return new ProviderId(this.provider);
	}

	/** The state as stored, but for an attempt that was given up meanwhile. */
	InvitationState stateAt(Instant now) {
		return (this.state == InvitationState.STARTED && this.startedAt != null
				&& !this.startedAt.plus(ATTEMPT).isAfter(now)) ? InvitationState.OPENED : this.state;
	}

	@Nullable Diagnosis diagnosis() {
		return (this.diagnosis != null)
				? new Diagnosis(this.diagnosis, (this.diagnosisDetail != null) ? this.diagnosisDetail : Map.of())
				: null;
	}

	boolean isStuck() {
		return this.state == InvitationState.OPENED && this.diagnosis != null;
	}

	boolean isWaiting() {
		return this.state.isWaiting();
	}

	/** The creator connected it or said that it is somebody else's. */
	boolean isAnswered() {
		return isConfirmed() || this.disowned;
	}

	boolean isConfirmed() {
		return this.state == InvitationState.CONFIRMED;
	}

	/**
	 * Takes another way to the same channel; what stood in the way of the first is over.
	 */
	void goBy(ProviderId other) {
		if (!provider().equals(other)) {
			this.provider = other.value();
			forgetDiagnosis();
		}
	}

	void open(Instant now) {
		if (this.openedAt == null) {
			this.openedAt = now;
		}
		if (this.state == InvitationState.SENT) {
			become(InvitationState.OPENED, now);
		}
	}

	void start(Instant now) {
		open(now);
		this.startedAt = now;
		become(InvitationState.STARTED, now);
	}

	void fail(Diagnosis found, Instant now) {
		this.diagnosis = found.kind();
		this.diagnosisDetail = found.details();
		this.diagnosedAt = now;
		if (this.state.isWaiting()) {
			become(InvitationState.OPENED, now);
		}
	}

	void confirm(Instant now) {
		become(InvitationState.CONFIRMED, now);
		this.confirmedAt = now;
		forgetDiagnosis();
	}

	void disown(Instant now) {
		become(InvitationState.DECLINED, now);
		this.disowned = true;
	}

	/** Ends it as declined, expired or revoked. */
	void end(InvitationState how, Instant now) {
		become(how, now);
	}

	/** Begins anew with a new link, unless it is connected. */
	void wake(Instant now) {
		if (!isConfirmed()) {
			this.disowned = false;
			forgetDiagnosis();
			become(InvitationState.SENT, now);
		}
	}

	private void forgetDiagnosis() {
		this.diagnosis = null;
		this.diagnosisDetail = null;
		this.diagnosedAt = null;
	}

	private void become(InvitationState next, Instant now) {
		if (!this.state.mayBecome(next)) {
			throw new IllegalStateException(this.state + " cannot become " + next);
		}
		this.state = next;
		this.stateSince = now;
	}

}
