package io.channelkeeper.connection;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Everybody who sends people to a network.
 */
@Component
class SignInErrands {

	private final List<SignInErrand> errands;

	SignInErrands(List<SignInErrand> errands) {
		this.errands = errands;
	}

	SignInErrand of(SignInAttempt attempt) {
		return this.errands.stream()
			.filter((errand) -> errand.name().equals(attempt.errand()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nobody runs the errand " + attempt.errand()));
	}

}
