package io.channelkeeper.support;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes a message to the log without the secrets in it.
 */
public class MaskingConverter extends MessageConverter {

	@Override
	public String convert(ILoggingEvent event) {
		String message = super.convert(event);
		return (message != null) ? Mask.apply(message) : "";
	}

}
