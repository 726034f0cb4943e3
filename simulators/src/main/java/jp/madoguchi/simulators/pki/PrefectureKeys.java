package jp.madoguchi.simulators.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

/** Everybody's keys, RSA of 2048 bits: made once, since many hierarchies may be built on them. */
public record PrefectureKeys(KeyPair anchor, KeyPair bridge, KeyPair prefecture, KeyPair holder) {
    public static PrefectureKeys generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, random);
        return new PrefectureKeys(
                generator.generateKeyPair(),
                generator.generateKeyPair(),
                generator.generateKeyPair(),
                generator.generateKeyPair());
    }
}
