package io.channelkeeper.support;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Prints what has to be set instead of a stack trace.
 */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
		return new FailureAnalysis("Channelkeeper cannot start yet:\n- " + String.join("\n- ", cause.complaints()),
				"Set these in the environment or in application.yaml and start again; the README's section"
						+ " \"Settings\" explains each.",
				cause);
	}

}
