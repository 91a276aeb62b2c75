#include "common/store/index/saturation.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>

#include "common/model/ranking.h"

namespace hemero {

namespace {

/// The nearest multiple of 2^-24.
double rounded(double score) {
  constexpr double steps = 1 << 24;
  return std::nearbyint(score * steps) / steps;
}

class Saturation : public Xapian::Weight {
 public:
  explicit Saturation(double mean_length) : mean_length_(std::max(1.0, mean_length)) {
    for (const stat_flags needed : {WDF, DOC_LENGTH, WDF_MAX, DOC_LENGTH_MIN}) need_stat(needed);
  }

  double get_sumpart(Xapian::termcount frequency, Xapian::termcount length, Xapian::termcount) const override {
    return rounded(factor_ * saturated(frequency, length / mean_length_));
  }
  double get_maxpart() const override {
    return rounded(factor_ * saturated(get_wdf_upper_bound(), get_doclength_lower_bound() / mean_length_));
  }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }
  Saturation* clone() const override { return new Saturation(mean_length_); }

 private:
  void init(double factor) override { factor_ = factor; }

  double mean_length_;
  double factor_ = 1;
};

}  // namespace

double saturated(double frequency, double relative_length) {
  const double length = std::max(ranking::shortest_length, relative_length);
  return frequency * (ranking::k1 + 1) / (frequency + ranking::k1 * (1 - ranking::b + ranking::b * length));
}

void rank_by_saturation(Xapian::Enquire& enquire, double mean_length) {
  enquire.set_weighting_scheme(Saturation(mean_length));
}

}  // namespace hemero
