package io.nettycurl.netty.connect.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.pkitesting.CertificateBuilder;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "www.example.com|www.example.com|true",
        "WWW.example.com|www.EXAMPLE.com|true",
        "www.example.com.|www.example.com|true",
        "www.example.com|www.example.com.|true",
        "*.example.com|www.example.com|true",
        "*.example.com|www.example.com.|true",
        "*.example.com|a.b.example.com|false",
        "*.example.com|example.com|false",
        "*.example.com|.example.com|false",
        "*.com|example.com|false",
        "*.com|*.com|true",
        "*|example|false",
        "w*.example.com|www.example.com|false",
        "*w.example.com|www.example.com|false",
        "www.*.com|www.example.com|false",
        "*.0.0.1|127.0.0.1|false",
        "*.168.0.1|192.168.0.1|false",
        "*.example.com|xn--abc.example.com|true",
        "xn--*.example.com|xn--abc.example.com|false",
        "*.localhost|a.localhost|false",
        "example.com|notexample.com|false",
      })
  void table(String pattern, String host, boolean matches) {
    assertEquals(matches, HostNames.matches(pattern, host));
  }

  @Test
  void namesWithNulNeverMatch() {
    assertEquals(false, HostNames.matches("good.test\0.bad.test", "good.test"));
  }

  private static X509Certificate cert(CertificateBuilder builder) throws Exception {
    return builder.setIsCertificateAuthority(true).buildSelfSigned().getCertificate();
  }

  @Test
  void addressesMatchAddressesOnly() throws Exception {
    X509Certificate cert =
        cert(
            new CertificateBuilder()
                .subject("CN=127.0.0.2")
                .addSanIpAddress("127.0.0.1")
                .addSanIpAddress("fd00::1")
                .addSanDnsName("127.0.0.3"));
    assertNull(HostNames.mismatch(cert, "127.0.0.1"));
    assertNull(HostNames.mismatch(cert, "fd00:0::1"));
    assertEquals(
        "SSL: no alternative certificate subject name matches target IPv4 address '127.0.0.2'",
        HostNames.mismatch(cert, "127.0.0.2"));
    assertNotNull(HostNames.mismatch(cert, "127.0.0.3"));
    assertNotNull(HostNames.mismatch(cert, "fd00::2"));
  }

  @Test
  void commonNameCountsOnlyWithoutAlternatives() throws Exception {
    X509Certificate plain = cert(new CertificateBuilder().subject("CN=cn.test,O=Org"));
    assertNull(HostNames.mismatch(plain, "cn.test"));
    assertEquals(
        "SSL: certificate subject name 'cn.test' does not match target hostname 'other.test'",
        HostNames.mismatch(plain, "other.test"));
    X509Certificate both =
        cert(new CertificateBuilder().subject("CN=cn.test").addSanDnsName("san.test"));
    assertNotNull(HostNames.mismatch(both, "cn.test"));
    assertNull(HostNames.mismatch(both, "san.test"));
    X509Certificate mail =
        cert(new CertificateBuilder().subject("CN=cn.test").addSanRfc822Name("a@b.test"));
    assertNull(HostNames.mismatch(mail, "cn.test"));
    X509Certificate none = cert(new CertificateBuilder().subject("O=Org"));
    assertEquals(
        "SSL: unable to obtain common name from peer certificate",
        HostNames.mismatch(none, "cn.test"));
  }
}
