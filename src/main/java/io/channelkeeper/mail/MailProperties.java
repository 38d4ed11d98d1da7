package io.channelkeeper.mail;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.channelkeeper.support.EmailAddress;

/**
 * Who sends.
 *
 * @param from the address that every mail comes from
 */
@Validated
@ConfigurationProperties("channelkeeper.mail")
record MailProperties(@NotNull EmailAddress from) {

}
