package io.channelkeeper.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.channelkeeper.support.EmailAddress;

/**
 * Who sends, and how much.
 *
 * @param from the address that every mail comes from
 * @param perMinute how many mails leave in a minute at most, all processes together; 0 is
 * as many as the server takes
 */
@Validated
@ConfigurationProperties("channelkeeper.mail")
record MailProperties(@NotNull EmailAddress from, @DefaultValue("0") @PositiveOrZero @Max(60_000) int perMinute) {

}
