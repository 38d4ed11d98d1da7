package io.channelkeeper.support;

import ch.qos.logback.classic.spi.IThrowableProxy;

import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Writes an exception to the log without the secrets in its texts.
 */
public class MaskingTraceConverter extends ExtendedWhitespaceThrowableProxyConverter {

	@Override
	protected String throwableProxyToString(IThrowableProxy exception) {
		return Mask.apply(super.throwableProxyToString(exception));
	}

}
